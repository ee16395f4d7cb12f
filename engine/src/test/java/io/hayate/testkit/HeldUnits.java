package io.hayate.testkit;

import io.hayate.event.OrderIntent;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.NoteRecord;
import io.hayate.journal.RecordType;
import io.hayate.journal.ReportRecord;
import io.hayate.number.Decimals;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is held, and what open orders may still trade, from one record of a journal to the next. */
final class HeldUnits {
    private final Map<Long, Known> orders = new HashMap<>();
    private final Map<Long, Known> byOrderId = new HashMap<>();
    private final ReportRecord report = new ReportRecord();
    private final NoteRecord note = new NoteRecord();

    /** What is known of one order, in units of 1e-8. */
    private static final class Known {
        private final int instrument;
        private final int sign;
        private final long units;
        private final Set<Long> trades = new HashSet<>();
        private long orderId;
        private long fills;
        private long told;
        private boolean isEnded;

        private Known(OrderIntent wanted) {
            instrument = wanted.instrumentId();
            sign = wanted.side().sign();
            units = wanted.units();
        }

        private long filled() {
            return Math.max(fills, told);
        }
    }

    void onNew(OrderIntent wanted) {
        orders.put(wanted.clientOrderId(), new Known(wanted));
    }

    /** It never left. */
    void onNotSent(long clientOrderId) {
        Known order = orders.get(clientOrderId);
        if (order != null) {
            order.isEnded = true;
        }
    }

    void onRecord(JournalRecord record) {
        Known ours = byOrderId.get(record.orderId());
        Known order = ours == null ? orders.get(record.clientOrderId()) : ours;
        boolean isAnother =
                order != null
                        && record.orderId() != 0
                        && order.orderId != 0
                        && order.orderId != record.orderId();
        if (order == null || isAnother) {
            return; // the venue may take a message twice: that order is not ours
        }
        if (record.orderId() != 0) {
            order.orderId = record.orderId();
            byOrderId.put(record.orderId(), order);
        }
        if (record.type() == RecordType.FILL || record.type() == RecordType.FEE) {
            report.wrap(record);
            boolean isNews = order.trades.add(report.tradeId());
            order.fills += isNews ? Decimals.toUnits(report.fillAmount()) : 0;
        } else if (record.type() == RecordType.STATE) {
            note.wrap(record);
            order.told = Math.max(order.told, note.value());
            order.isEnded |= note.isEnd() != 0;
        } else if (record.type() == RecordType.ADOPTED) {
            order.told = Math.max(order.told, note.wrap(record).otherValue());
        }
    }

    /** True for what brings a position nearer to 0 and not beyond, whatever open orders of its side do. */
    boolean isReduction(OrderIntent wanted) {
        long held = 0;
        long open = 0;
        int sign = wanted.side().sign();
        for (Known each : orders.values()) {
            if (each.instrument == wanted.instrumentId()) {
                held += each.sign * each.filled();
                open += each.sign == sign && !each.isEnded ? each.units - each.filled() : 0;
            }
        }
        return wanted.units() <= -sign * held - open;
    }
}
