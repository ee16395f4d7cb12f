package io.hayate.story;

import java.util.Map;

/** What there is to say of a journal, in words and for programs. */
final class JournalWords {
    private JournalWords() {}

    /** In one sentence: how it ends. */
    static String end(JournalFacts facts) {
        return switch (facts.end()) {
            case CLOSED -> "closed as asked at " + Clock.text(facts.records().lastMs());
            case OPEN ->
                    facts.writer() == 0
                            ? "its writer was ended at once after " + lastTime(facts)
                            : "process " + facts.writer() + " writes it";
            case TORN ->
                    facts.writer() == 0
                            ? "ended while a record was written, after "
                                    + lastTime(facts)
                                    + "; that record is not counted"
                            : "process " + facts.writer() + " writes it";
            case DAMAGED -> "DAMAGED: " + facts.place();
        };
    }

    private static String lastTime(JournalFacts facts) {
        return facts.isEmpty() ? "its start" : Clock.text(facts.records().lastMs());
    }

    /** What of it is missing; empty for nothing. */
    static String missing(JournalFacts facts) {
        StringBuilder text = new StringBuilder();
        if (facts.isPruned()) {
            String words = facts.pruned().isEmpty() ? "removed" : facts.pruned();
            text.append("old files were ").append(words);
            text.append("; it begins with record r").append(facts.records().first());
        }
        if (facts.records().lost() > 0) {
            text.append(text.isEmpty() ? "" : "; ").append(facts.records().lost());
            text.append(" records found no place in it");
        }
        return text.toString();
    }

    /** Why an answer from it may not be the whole truth; null for no reason. */
    static String complaint(JournalFacts facts) {
        return facts.isDamaged()
                ? "the journal is damaged, and nothing behind that was read: " + facts.place()
                : null;
    }

    static Map<String, Object> fields(JournalFacts facts) {
        FieldMap fields = new FieldMap().put("folder", facts.folder().toString());
        fields.put("end", facts.end().name()).put("place", facts.place());
        fields.put("records", facts.records().count());
        fields.put("firstRecord", facts.records().first());
        fields.put("runs", (long) facts.records().runs()).put("lost", facts.records().lost());
        fields.put("pruned", facts.pruned()).putNumber("writer", facts.writer());
        return fields.map();
    }
}
