package io.hayate.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a forked JVM needs: the manifest of the executable jar does not reach it. */
public final class Jvm {
    /** Agrona's buffers do not start without. */
    public static final String EXPORTS = "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED";

    static final String CUSTOM_THREADS = "-Djmh.executor=CUSTOM";
    static final String THREADS = "-Djmh.executor.class=io.hayate.benchmarks.BenchmarkThreads";

    private static final int NATIVE_CODE_WARNED_OF = 24;

    private Jvm() {}

    /**
     * The flags of an engine's JVM: those of its file, and two that older JVMs do not know.
     *
     * @param options the file, which need not exist
     */
    public static List<String> flags(Path options) {
        List<String> flags = new ArrayList<>(List.of(EXPORTS));
        if (Files.isRegularFile(options)) {
            flags.add("@" + options);
        }
        if (Runtime.version().feature() >= NATIVE_CODE_WARNED_OF) {
            flags.add("--enable-native-access=ALL-UNNAMED");
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        return flags;
    }
}
