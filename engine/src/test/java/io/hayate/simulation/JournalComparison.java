package io.hayate.simulation;

import io.hayate.engine.TradingPath;
import io.hayate.event.OrderIntent;
import io.hayate.journal.JournalReader;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.RecordType;
import io.hayate.journal.RequestRecord;
import io.hayate.journal.SegmentStore;
import io.hayate.journal.past.PastOrder;
import io.hayate.journal.past.PastOrders;
import io.hayate.model.OrderOperation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a journal tells to who reads it from its beginning, beside what its engine knows. */
final class JournalComparison {
    private static final int ORDERS_MAX = 1_000;

    private final RequestRecord request = new RequestRecord();
    private final OrderIntent intent = OrderIntent.allocate();
    private final PastOrders past = new PastOrders(ORDERS_MAX);
    private final TreeSet<Long> asked = new TreeSet<>();

    JournalComparison(SegmentStore journal) {
        try (JournalReader reader = new JournalReader(journal)) {
            while (reader.next()) {
                past.onRecord(reader.record(), reader::symbol);
                onRecord(reader.record());
            }
        }
    }

    private void onRecord(JournalRecord record) {
        if (record.type() == RecordType.INTENT || record.type() == RecordType.BATCH) {
            request.wrap(record);
            for (int i = 0; i < request.intents(); i++) {
                OrderIntent each = request.intent(i, intent);
                if (each.operation() == OrderOperation.NEW) {
                    asked.add(each.clientOrderId());
                }
            }
        }
    }

    /** What differs, in words; of the orders that were seen on the wire each must be written down. */
    List<String> findings(TradingPath path, Collection<Long> seen) {
        List<String> findings = new ArrayList<>();
        if (!asked.containsAll(seen)) {
            findings.add("journal: it has " + asked + ", the wire had " + seen);
        }
        String known = open(path).toString();
        String told = told().toString();
        if (!known.equals(told)) {
            findings.add(
                    "journal: open orders and what is filled of them are "
                            + told
                            + ", the engine has "
                            + known);
        }
        return findings;
    }

    private Map<Long, Long> told() {
        Map<Long, Long> open = new TreeMap<>();
        for (PastOrder each : past.all()) {
            open.put(each.intent().clientOrderId(), each.filledUnits());
        }
        return open;
    }

    private static Map<Long, Long> open(TradingPath path) {
        Map<Long, Long> open = new TreeMap<>();
        path.orders()
                .forEach(
                        each -> {
                            if (each.isOpen()) {
                                open.put(
                                        each.clientOrderId(),
                                        Math.round(each.filledAmount() * 1e8));
                            }
                        });
        return open;
    }
}
