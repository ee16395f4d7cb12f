package io.hayate.engine;

import io.hayate.journal.file.JournalConfig;
import io.hayate.model.Settings;
import io.hayate.order.AbsentOrders;
import io.hayate.risk.QuoteLimits;
import io.hayate.risk.RiskLimits;
import io.hayate.strategy.CancelOnStop;

/**
 * What orders may do.
 *
 * @param limits what each is checked against
 * @param quoteLimits what the prices that it goes by are checked against
 * @param stop what becomes of open orders at the end
 * @param answerTimeoutMs what an order waits for a word of the venue before its outcome counts as unknown
 * @param journal how the journal of them is kept
 * @param absent what becomes of an order of which the venue knows nothing
 * @param isHalted true when no new order leaves until a person resumes trading
 */
public record OrderConfig(
        RiskLimits limits,
        QuoteLimits quoteLimits,
        StopConfig stop,
        int answerTimeoutMs,
        JournalConfig journal,
        AbsentOrders absent,
        boolean isHalted) {
    /** As long as a venue under load takes at most. */
    public static final int ANSWER_TIMEOUT_MS = 3_000;

    private static final int ANSWER_TIMEOUT_MIN_MS = 100;
    private static final int ANSWER_TIMEOUT_MAX_MS = 60_000;

    public OrderConfig {
        Settings.checkRangeMs(
                answerTimeoutMs,
                ANSWER_TIMEOUT_MIN_MS,
                ANSWER_TIMEOUT_MAX_MS,
                "orders.ack-timeout");
    }

    /** Orders that wait for their answers as long as usual. */
    public OrderConfig(RiskLimits limits, CancelOnStop cancelOnStop) {
        this(
                limits,
                QuoteLimits.DEFAULTS,
                new StopConfig(cancelOnStop, true),
                ANSWER_TIMEOUT_MS,
                JournalConfig.DEFAULTS,
                AbsentOrders.HOLD,
                false);
    }
}
