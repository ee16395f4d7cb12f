package io.hayate.latency;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a Hayate client does beside trading, told by the end of its name. */
enum Addition {
    /** Nothing: figures in the memory of the process, no page, no log. */
    NONE(""),
    /** All that it hears and says goes into files. */
    RECORDING("-recording"),
    /**
     * Figures in a mapped file, page, metrics, log and notifications are on; {@link Spectators} look at
     * them.
     */
    WATCHED("-watched");

    private final String suffix;

    Addition(String suffix) {
        this.suffix = suffix;
    }

    /** That of a client's name. */
    static Addition of(String name) {
        return Stream.of(RECORDING, WATCHED)
                .filter(addition -> name.endsWith(addition.suffix))
                .findFirst()
                .orElse(NONE);
    }

    /** The name of the same client without it. */
    static String plain(String name) {
        return name.substring(0, name.length() - of(name).suffix.length());
    }

    /** The name of a client with it. */
    String to(String plain) {
        return plain + suffix;
    }

    /** The names of a client with each in turn, without any first. */
    static List<String> allTo(String plain) {
        return Arrays.stream(values()).map(addition -> addition.to(plain)).toList();
    }
}
