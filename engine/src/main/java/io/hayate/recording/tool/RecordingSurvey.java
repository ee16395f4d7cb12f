package io.hayate.recording.tool;

import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordingException;
import io.hayate.recording.RecordingFormat;
import io.hayate.recording.Recordings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** A recording read from its first entry to its last: what it holds, and what is wrong with it. */
final class RecordingSurvey {
    private final Path recording;
    private final int files;
    private final Findings findings = new Findings();
    private final Hearing hearing = new Hearing(findings);
    private final Map<EntryKind, Long> entries = new EnumMap<>(EntryKind.class);
    private RecordingFormat format;
    private long firstUs = Long.MAX_VALUE;
    private long lastUs = Long.MIN_VALUE;

    private RecordingSurvey(Path recording, int files) {
        this.recording = recording;
        this.files = files;
    }

    /**
     * Reads it.
     *
     * @throws RecordingException when there is none
     */
    static RecordingSurvey of(Path recording) throws IOException {
        RecordingSurvey made = new RecordingSurvey(recording, Recordings.files(recording).size());
        try (EntrySource source = Recordings.open(recording)) {
            made.read(source);
        }
        return made;
    }

    private void read(EntrySource source) throws IOException {
        format = source.format();
        try {
            while (source.next()) {
                onEntry(source);
            }
        } catch (RecordingException e) {
            findings.add(Flaw.DAMAGED, "", e.getMessage());
        }
        for (String place : source.tears()) {
            findings.add(Flaw.TORN, place, "is the last whole line: the file ends torn");
        }
    }

    private void onEntry(EntrySource source) {
        entries.merge(source.entry().kind(), 1L, Long::sum);
        long us = source.entry().wallUs();
        firstUs = Math.min(firstUs, us);
        lastUs = Math.max(lastUs, us);
        hearing.onEntry(source);
    }

    Path recording() {
        return recording;
    }

    RecordingFormat format() {
        return format;
    }

    int files() {
        return files;
    }

    long count(EntryKind kind) {
        return entries.getOrDefault(kind, 0L);
    }

    /** All entries but the heads of files. */
    long count() {
        return entries.values().stream().mapToLong(each -> each).sum() - count(EntryKind.RECORDING);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Time of the first entry, in microseconds since 1970 UTC; of an empty one without meaning. */
    long firstUs() {
        return firstUs;
    }

    long lastUs() {
        return lastUs;
    }

    Hearing hearing() {
        return hearing;
    }

    Findings findings() {
        return findings;
    }
}
