package io.hayate.order;

import io.hayate.journal.JournalReader;
import io.hayate.journal.RecordType;

/** Counts records of a rig's journal. */
final class JournalCount {
    private JournalCount() {}

    /** How many lie before the first of a type. */
    static long until(OrderRig rig, RecordType type) {
        JournalReader reader = new JournalReader(rig.journal.memory);
        long records = 0;
        while (reader.next() && reader.record().type() != type) {
            records++;
        }
        return records;
    }

    /** How many of the first so many are intents. */
    static int intents(OrderRig rig, long most) {
        JournalReader reader = new JournalReader(rig.journal.memory);
        int intents = 0;
        for (long i = 0; i < most && reader.next(); i++) {
            intents += reader.record().type() == RecordType.INTENT ? 1 : 0;
        }
        return intents;
    }
}
