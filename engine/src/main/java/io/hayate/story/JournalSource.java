package io.hayate.story;

import io.hayate.journal.JournalEnd;
import io.hayate.journal.JournalException;
import io.hayate.journal.JournalReader;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.NoteRecord;
import io.hayate.journal.RecordType;
import io.hayate.journal.file.JournalFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** A journal in its folder, read from its first record to its last as often as is asked for. */
final class JournalSource {
    private static final int TRIES = 3;

    private final JournalFolder folder;

    /** The journal in this folder. */
    JournalSource(Path path) {
        folder = new JournalFolder(path);
    }

    /** Takes one record after another. */
    @FunctionalInterface
    interface Taker {
        /** Takes a record, valid until this returns, of the run that began at this time. */
        void onRecord(JournalRecord record, long run);
    }

    /**
     * Reads all of it, anew where its writer removed old files meanwhile.
     *
     * @param taker makes what takes the records of a reader
     */
    JournalFacts read(Function<JournalReader, Taker> taker) {
        JournalFacts facts = readOnce(taker);
        for (int i = 1; i < TRIES && !facts.pruned().equals(pruned()); i++) {
            facts = readOnce(taker);
        }
        return facts;
    }

    /** Reads it once. */
    JournalFacts readOnce(Function<JournalReader, Taker> taker) {
        String pruned = pruned();
        Walk walk = new Walk();
        try (JournalReader reader = new JournalReader(folder)) {
            Taker each = taker.apply(reader);
            String damage = null;
            try {
                while (reader.next()) {
                    walk.onRecord(reader.record(), each);
                }
            } catch (JournalException e) {
                damage = e.getMessage();
            }
            return facts(reader, walk, damage, pruned);
        }
    }

    private JournalFacts facts(JournalReader reader, Walk walk, String damage, String pruned) {
        JournalEnd end = damage == null ? reader.end() : JournalEnd.DAMAGED;
        String place = damage == null ? reader.place() : damage;
        return new JournalFacts(
                folder.path(),
                new JournalFacts.Records(
                        reader.firstRecord(), walk.count, walk.lost, walk.runs, walk.lastMs),
                end,
                end == JournalEnd.DAMAGED || end == JournalEnd.TORN ? place : "",
                pruned,
                end == JournalEnd.CLOSED ? 0 : folder.writer(),
                reader.allStrategies());
    }

    private String pruned() {
        try {
            return folder.pruned();
        } catch (IOException e) {
            return "";
        }
    }

    /** What is counted on the way. */
    private static final class Walk {
        private final NoteRecord note = new NoteRecord();
        private long count;
        private long lost;
        private long run;
        private int runs;
        private long lastMs;

        private void onRecord(JournalRecord record, Taker taker) {
            count++;
            lastMs = record.clockMs();
            if (record.type() == RecordType.SEGMENT) {
                long next = note.wrap(record).value();
                runs += next == run ? 0 : 1;
                run = next;
            } else if (record.type() == RecordType.LOST) {
                lost += note.wrap(record).value();
            }
            taker.onRecord(record, run);
        }
    }
}
