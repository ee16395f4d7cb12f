package io.hayate.order;

import io.hayate.event.OrderIntent;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.OrderJournal;
import io.hayate.journal.RecordType;
import io.hayate.journal.RefusalRecord;
import io.hayate.risk.RiskVerdict;
import java.util.concurrent.TimeUnit;

/**
 * Writes refusals into the journal: the first of a reason at once, those of the second that follows as one.
 * A strategy that asks without end fills no disk. Strategy thread; allocates nothing.
 */
final class RefusalLog {
    private static final long REPEAT_NS = TimeUnit.SECONDS.toNanos(1);
    private static final RiskVerdict[] VERDICTS = RiskVerdict.values();
    private static final OrderOrigin[] ORIGINS = OrderOrigin.values();

    private final OrderJournal journal;
    private final RefusalRecord refusal = new RefusalRecord();
    private final long[] sinceNs = new long[VERDICTS.length * ORIGINS.length];
    private final long[] repeats = new long[sinceNs.length];
    private final boolean[] isRecent = new boolean[sinceNs.length];
    private int recent;

    RefusalLog(OrderJournal journal) {
        this.journal = journal;
    }

    void onRefused(OrderOrigin origin, RiskVerdict verdict, OrderIntent intent, long nowNs) {
        int kind = verdict.ordinal() * ORIGINS.length + origin.ordinal();
        if (isRecent[kind] && nowNs - sinceNs[kind] < REPEAT_NS) {
            repeats[kind]++;
            return;
        }
        end(kind);
        isRecent[kind] = true;
        recent++;
        sinceNs[kind] = nowNs;
        write(kind, 1, intent);
    }

    void onTime(long nowNs) {
        for (int kind = 0; recent > 0 && kind < sinceNs.length; kind++) {
            if (isRecent[kind] && nowNs - sinceNs[kind] >= REPEAT_NS) {
                end(kind);
            }
        }
    }

    private void end(int kind) {
        if (isRecent[kind]) {
            isRecent[kind] = false;
            recent--;
            if (repeats[kind] > 0) {
                write(kind, repeats[kind], null);
                repeats[kind] = 0;
            }
        }
    }

    private void write(int kind, long count, OrderIntent intent) {
        int instrument = intent == null ? JournalRecord.NO_INSTRUMENT : intent.instrumentId();
        if (journal.begin(RecordType.REFUSED, instrument, RefusalRecord.lengthMax())) {
            refusal.wrap(journal.buffer(), journal.bodyOffset()).count(count);
            refusal.origin(ORIGINS[kind % ORIGINS.length].code());
            refusal.verdict(VERDICTS[kind / ORIGINS.length].name());
            if (intent != null) {
                refusal.copyIntent(intent);
            }
            journal.commit(refusal.length());
        }
    }
}
