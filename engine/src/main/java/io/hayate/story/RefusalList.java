package io.hayate.story;

import io.hayate.journal.JournalReader;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.RecordType;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The latest orders that were refused here. One thread. */
final class RefusalList {
    private final int most;
    private final Deque<StoryEvent> latest = new ArrayDeque<>();
    private RecordFields fields;

    RefusalList(int most) {
        this.most = most;
    }

    /** What takes the records of a reading; a later one begins anew. */
    JournalSource.Taker reading(JournalReader reader) {
        fields = new RecordFields(reader);
        latest.clear();
        return this::onRecord;
    }

    private void onRecord(JournalRecord record, long run) {
        if (record.type() == RecordType.REFUSED) {
            latest.addLast(fields.of(record, run));
            if (latest.size() > most) {
                latest.removeFirst();
            }
        }
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
            text.row(event.timeMs(), "r" + event.number(), line(event));
        }
        if (latest.isEmpty()) {
            text.sentence("Nothing was refused.");
        }
        text.fact("journal", facts.folder().toString());
        text.fact("its end", JournalWords.end(facts));
        text.fact("missing", JournalWords.missing(facts));
        out.flush();
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
