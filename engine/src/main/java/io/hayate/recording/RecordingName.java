package io.hayate.recording;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Names of the files of a run: {@code hayate-20260301T090000Z-0001.jsonl.gz}. */
final class RecordingName {
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern OWN = Pattern.compile("hayate-\\d{8}T\\d{6}Z-\\d{4,}\\.jsonl.*");

    private RecordingName() {}

    /** The name of a file. */
    static String of(long startSecond, int file) {
        String start = START.format(Instant.ofEpochSecond(startSecond));
        return String.format("hayate-%s-%04d.jsonl.gz", start, file);
    }

    /** True for a name of such a file, whatever it is compressed with. */
    static boolean isOwn(String name) {
        return OWN.matcher(name).matches();
    }
}
