package io.hayate.story;

import io.hayate.journal.JournalReader;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.RecordType;
import io.hayate.journal.RefusalRecord;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The latest orders that were refused here. One thread. */
final class RefusalList {
    private final int most;
    private final String strategy; // null for all
    private final RefusalRecord refusal = new RefusalRecord();
    private final Deque<StoryEvent> latest = new ArrayDeque<>();
    private RecordFields fields;

    /** Of one strategy, or with null of all. */
    RefusalList(int most, String strategy) {
        this.most = most;
        this.strategy = strategy;
    }

    /** What takes the records of a reading; a later one begins anew. */
    JournalSource.Taker reading(JournalReader reader) {
        fields = new RecordFields(reader);
        latest.clear();
        return (record, run) -> onRecord(record, run, reader);
    }

    private void onRecord(JournalRecord record, long run, JournalReader reader) {
        if (record.type() == RecordType.REFUSED && isShown(record, reader)) {
            latest.addLast(fields.of(record, run));
            if (latest.size() > most) {
                latest.removeFirst();
            }
        }
    }

    private boolean isShown(JournalRecord record, JournalReader reader) {
        String owner = reader.strategy(refusal.wrap(record).strategy());
        return strategy == null || strategy.equals(owner);
    }

    void printJson(JournalFacts facts, StoryJson target) {
        try (StoryJson json = target) {
            json.field("journal", JournalWords.fields(facts)).startList("refusals");
            for (StoryEvent event : latest) {
                json.element(EventFields.of(event));
            }
            json.endList();
        }
    }

    void printText(JournalFacts facts, PrintWriter out) {
        StoryText text = new StoryText(out);
        for (StoryEvent event : latest) {
            text.row(event.timeMs(), "r" + event.number(), "", owner(event) + line(event));
        }
        if (latest.isEmpty()) {
            text.sentence("Nothing was refused.");
        }
        text.fact("journal", facts.folder().toString());
        text.fact("its end", JournalWords.end(facts));
        text.fact("missing", JournalWords.missing(facts));
        out.flush();
    }

    private static String owner(StoryEvent event) {
        Object owner = event.fields().get("strategy");
        return owner == null ? "" : owner + ": ";
    }

    @SuppressWarnings("unchecked")
    private static String line(StoryEvent event) {
        String verdict = event.text("verdict");
        if (event.fields().get("operations") instanceof List<?> operations) {
            Map<String, Object> wanted = (Map<String, Object>) operations.get(0);
            return Terms.of(wanted) + ": " + verdict;
        }
        return event.whole("count") + " more within a second: " + verdict;
    }
}
