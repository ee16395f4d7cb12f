package io.hayate.story;

import io.hayate.journal.JournalReader;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.RecordType;
import io.hayate.journal.RefusalRecord;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The orders of a journal: those without an end, and the latest others. One thread. */
final class OrderList {
    private final int most;
    private final String strategy; // null for all
    private final RefusalRecord refusal = new RefusalRecord();
    private JournalOrders orders;
    private long refused;
    private long lastRun;

    /** Of one strategy, or with null of all. */
    OrderList(int most, String strategy) {
        this.most = most;
        this.strategy = strategy;
    }

    /** What takes the records of a reading; a later one begins anew. */
    JournalSource.Taker reading(JournalReader reader) {
        orders = new JournalOrders(reader, TradeTaker.NONE);
        refused = 0;
        return (record, run) -> onRecord(record, run, reader);
    }

    private void onRecord(JournalRecord record, long run, JournalReader reader) {
        orders.onRecord(record, run);
        lastRun = run;
        if (record.type() == RecordType.REFUSED) {
            refusal.wrap(record);
            refused += isBy(reader.strategy(refusal.strategy())) ? refusal.count() : 0;
        }
    }

    private boolean isBy(Object other) {
        return strategy == null || strategy.equals(other);
    }

    private List<JournalOrder> of(Collection<JournalOrder> all) {
        return all.stream().filter(order -> isBy(order.strategy())).toList();
    }

    private List<JournalOrder> shown() {
        List<JournalOrder> ended = new ArrayList<>(of(orders.ended()));
        ended.sort(Comparator.comparingLong(order -> order.firstRecord()));
        List<JournalOrder> shown =
                new ArrayList<>(ended.subList(Math.max(0, ended.size() - most), ended.size()));
        shown.addAll(of(orders.open()));
        shown.sort(Comparator.comparingLong(order -> order.firstRecord()));
        return shown;
    }

    void printJson(JournalFacts facts, StoryJson target) {
        try (StoryJson json = target) {
            json.field("journal", JournalWords.fields(facts)).startList("orders");
            for (JournalOrder order : shown()) {
                json.element(OrderSums.of(order));
            }
            json.endList().field("refused", refused);
        }
    }

    void printText(JournalFacts facts, PrintWriter out) {
        StoryText text = new StoryText(out);
        List<JournalOrder> shown = shown();
        int owners = ownersWidth(facts);
        for (JournalOrder order : shown) {
            String number = Long.toString(order.clientOrderId);
            text.row(order.asked.timeMs(), number, owner(order, owners), line(order));
        }
        if (!shown.isEmpty()) {
            out.println();
        }
        int open = of(orders.open()).size();
        int hidden = of(orders.ended()).size() + open - shown.size();
        text.sentence(
                "%d shown, %d of them without an end; %d older ones that have ended (--last), %d refused (--refused)"
                        .formatted(shown.size(), open, hidden, refused));
        text.fact("journal", facts.folder().toString());
        text.fact("its end", JournalWords.end(facts));
        text.fact("missing", JournalWords.missing(facts));
        out.flush();
    }

    /** Of the column that says whose each is; 0 where that is none. */
    private int ownersWidth(JournalFacts facts) {
        boolean isColumn = strategy == null && facts.strategies().size() > 1;
        int longest = facts.strategies().stream().mapToInt(String::length).max().orElse(0);
        return isColumn ? longest + 2 : 0;
    }

    private static String owner(JournalOrder order, int width) {
        Object owner = order.strategy() == null ? "-" : order.strategy();
        return width == 0 ? "" : owner + " ".repeat(width - owner.toString().length());
    }

    private String line(JournalOrder order) {
        boolean isOfBefore = !order.isEnded() && order.asked.run() != lastRun;
        return Terms.of(order.terms)
                + ": "
                + OrderSums.state(order)
                + (order.isEnded() ? "" : isOfBefore ? ", when its run ended" : ", no end yet");
    }
}
