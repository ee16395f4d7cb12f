package io.hayate.order;

import io.hayate.event.OrderIntent;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.OrderJournal;
import io.hayate.journal.RecordType;
import io.hayate.journal.RefusalRecord;
import io.hayate.risk.RiskVerdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Writes refusals into the journal: the first of a strategy and reason at once, those of the second that
 * follows as one. A strategy that asks without end fills no disk. Strategy thread; allocates nothing.
 */
final class RefusalLog {
    private static final long REPEAT_NS = TimeUnit.SECONDS.toNanos(1);

    private final OrderJournal journal;
    private final RefusalRecord refusal = new RefusalRecord();
    private final List<Map<OrderOrigin, Map<RiskVerdict, Reason>>> reasons = new ArrayList<>();
    private final Reason[] recent; // in any order
    private int recentCount;

    /** Refusals of one strategy, of one origin, for one reason: whether one was written just now. */
    private static final class Reason {
        private final int strategy;
        private final OrderOrigin origin;
        private final RiskVerdict verdict;
        private boolean isRecent;
        private long sinceNs;
        private long repeats;

        private Reason(int strategy, OrderOrigin origin, RiskVerdict verdict) {
            this.strategy = strategy;
            this.origin = origin;
            this.verdict = verdict;
        }
    }

    /** Of so many strategies; of 0 where one runs alone. */
    RefusalLog(OrderJournal journal, int strategies) {
        this.journal = journal;
        for (int strategy = 0; strategy <= strategies; strategy++) {
            Map<OrderOrigin, Map<RiskVerdict, Reason>> ofOne = new EnumMap<>(OrderOrigin.class);
            for (OrderOrigin origin : OrderOrigin.values()) {
                Map<RiskVerdict, Reason> ofOrigin = new EnumMap<>(RiskVerdict.class);
                for (RiskVerdict verdict : RiskVerdict.values()) {
                    ofOrigin.put(verdict, new Reason(strategy, origin, verdict));
                }
                ofOne.put(origin, ofOrigin);
            }
            reasons.add(ofOne);
        }
        int kinds = OrderOrigin.values().length * RiskVerdict.values().length;
        recent = new Reason[kinds * reasons.size()];
    }

    void onRefused(OrderOrigin origin, RiskVerdict verdict, OrderIntent intent, long nowNs) {
        int strategy = intent == null ? 0 : intent.strategy();
        Reason reason = reasons.get(strategy).get(origin).get(verdict);
        if (reason.isRecent && nowNs - reason.sinceNs < REPEAT_NS) {
            reason.repeats++;
            return;
        }
        writeRepeats(reason);
        if (!reason.isRecent) {
            reason.isRecent = true;
            recent[recentCount++] = reason;
        }
        reason.sinceNs = nowNs;
        write(reason, 1, intent);
    }

    void onTime(long nowNs) {
        for (int i = recentCount - 1; i >= 0; i--) {
            Reason reason = recent[i];
            if (nowNs - reason.sinceNs >= REPEAT_NS) {
                writeRepeats(reason);
                reason.isRecent = false;
                recent[i] = recent[--recentCount];
            }
        }
    }

    private void writeRepeats(Reason reason) {
        if (reason.repeats > 0) {
            write(reason, reason.repeats, null);
            reason.repeats = 0;
        }
    }

    private void write(Reason reason, long count, OrderIntent intent) {
        int instrument = intent == null ? JournalRecord.NO_INSTRUMENT : intent.instrumentId();
        if (journal.begin(RecordType.REFUSED, instrument, RefusalRecord.lengthMax())) {
            refusal.wrap(journal.buffer(), journal.bodyOffset()).count(count);
            refusal.origin(reason.origin.code()).strategy(reason.strategy);
            refusal.verdict(reason.verdict.name());
            if (intent != null) {
                refusal.copyIntent(intent);
            }
            journal.commit(refusal.length());
        }
    }
}
