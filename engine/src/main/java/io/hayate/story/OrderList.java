package io.hayate.story;

import io.hayate.journal.JournalReader;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.RecordType;
import io.hayate.journal.RefusalRecord;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The orders of a journal: those without an end, and the latest others. One thread. */
final class OrderList {
    private final int most;
    private final RefusalRecord refusal = new RefusalRecord();
    private JournalOrders orders;
    private long refused;
    private long lastRun;

    OrderList(int most) {
        this.most = most;
    }

    /** What takes the records of a reading; a later one begins anew. */
    JournalSource.Taker reading(JournalReader reader) {
        orders = new JournalOrders(reader, TradeTaker.NONE);
        refused = 0;
        return this::onRecord;
    }

    private void onRecord(JournalRecord record, long run) {
        orders.onRecord(record, run);
        lastRun = run;
        if (record.type() == RecordType.REFUSED) {
            refused += refusal.wrap(record).count();
        }
    }

    private List<JournalOrder> shown() {
        List<JournalOrder> ended = new ArrayList<>(orders.ended());
        ended.sort(Comparator.comparingLong(order -> order.firstRecord()));
        List<JournalOrder> shown =
                new ArrayList<>(ended.subList(Math.max(0, ended.size() - most), ended.size()));
        shown.addAll(orders.open());
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
        for (JournalOrder order : shown) {
            text.row(order.asked.timeMs(), Long.toString(order.clientOrderId), line(order));
        }
        if (!shown.isEmpty()) {
            out.println();
        }
        int hidden = orders.ended().size() + orders.open().size() - shown.size();
        text.sentence(
                "%d shown, %d of them without an end; %d older ones that have ended (--last), %d refused (--refused)"
                        .formatted(shown.size(), orders.open().size(), hidden, refused));
        text.fact("journal", facts.folder().toString());
        text.fact("its end", JournalWords.end(facts));
        text.fact("missing", JournalWords.missing(facts));
        out.flush();
    }

    private String line(JournalOrder order) {
        boolean isOfBefore = !order.isEnded() && order.asked.run() != lastRun;
        return Terms.of(order.terms)
                + ": "
                + OrderSums.state(order)
                + (order.isEnded() ? "" : isOfBefore ? ", when its run ended" : ", no end yet");
    }
}
