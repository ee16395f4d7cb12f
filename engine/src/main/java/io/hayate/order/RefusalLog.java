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
 * Writes refusals into the journal: the first of a reason at once, those of the second that follows as one.
 * A strategy that asks without end fills no disk. Strategy thread; allocates nothing.
 */
final class RefusalLog {
    private static final long REPEAT_NS = TimeUnit.SECONDS.toNanos(1);

    private final OrderJournal journal;
    private final RefusalRecord refusal = new RefusalRecord();
    private final Map<OrderOrigin, Map<RiskVerdict, Reason>> reasons =
            new EnumMap<>(OrderOrigin.class);
    private final List<Reason> all = new ArrayList<>();
    private int recent;

    /** Refusals of one origin for one reason: whether one was written within the last second. */
    private static final class Reason {
        private final OrderOrigin origin;
        private final RiskVerdict verdict;
        private boolean isRecent;
        private long sinceNs;
        private long repeats;

        private Reason(OrderOrigin origin, RiskVerdict verdict) {
            this.origin = origin;
            this.verdict = verdict;
        }
    }

    RefusalLog(OrderJournal journal) {
        this.journal = journal;
        for (OrderOrigin origin : OrderOrigin.values()) {
            Map<RiskVerdict, Reason> ofOrigin = new EnumMap<>(RiskVerdict.class);
            for (RiskVerdict verdict : RiskVerdict.values()) {
                Reason reason = new Reason(origin, verdict);
                ofOrigin.put(verdict, reason);
                all.add(reason);
            }
            reasons.put(origin, ofOrigin);
        }
    }

    void onRefused(OrderOrigin origin, RiskVerdict verdict, OrderIntent intent, long nowNs) {
        Reason reason = reasons.get(origin).get(verdict);
        if (reason.isRecent && nowNs - reason.sinceNs < REPEAT_NS) {
            reason.repeats++;
            return;
        }
        end(reason);
        reason.isRecent = true;
        recent++;
        reason.sinceNs = nowNs;
        write(reason, 1, intent);
    }

    void onTime(long nowNs) {
        for (int i = 0; recent > 0 && i < all.size(); i++) {
            Reason reason = all.get(i);
            if (reason.isRecent && nowNs - reason.sinceNs >= REPEAT_NS) {
                end(reason);
            }
        }
    }

    private void end(Reason reason) {
        if (reason.isRecent) {
            reason.isRecent = false;
            recent--;
            if (reason.repeats > 0) {
                write(reason, reason.repeats, null);
                reason.repeats = 0;
            }
        }
    }

    private void write(Reason reason, long count, OrderIntent intent) {
        int instrument = intent == null ? JournalRecord.NO_INSTRUMENT : intent.instrumentId();
        if (journal.begin(RecordType.REFUSED, instrument, RefusalRecord.lengthMax())) {
            refusal.wrap(journal.buffer(), journal.bodyOffset()).count(count);
            refusal.origin(reason.origin.code());
            refusal.verdict(reason.verdict.name());
            if (intent != null) {
                refusal.copyIntent(intent);
            }
            journal.commit(refusal.length());
        }
    }
}
