package io.hayate.backtest;

import io.hayate.simulation.InputSchedule;
import io.hayate.venue.exchange.MirrorInputs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/**
 * Gives texts to an exchange at their time: that of receipt, less what the recording says they were
 * late. It knows the next text's time, and no one else can ask for more.
 */
final class RecordedSchedule implements InputSchedule {
    private final TextSource texts;
    private final MirrorInputs exchange;
    private final long leastLagUs;
    private final long lookNs;
    private final Runnable look;
    private long dueNs = NEVER;
    private long delayNs; // of the text that was given last
    private long nextDelayNs;
    private long nextLookNs;

    /**
     * A schedule at the first text.
     *
     * @param leastLagUs the least lag of the recording; {@link TextSource#UNKNOWN} to feed at receipt
     * @param lookNs how often {@code look} is run, before the texts of that time
     */
    RecordedSchedule(
            TextSource texts, MirrorInputs exchange, long leastLagUs, long lookNs, Runnable look) {
        this.texts = texts;
        this.exchange = exchange;
        this.leastLagUs = leastLagUs;
        this.lookNs = lookNs;
        this.look = look;
        move(0);
    }

    private void move(long notBeforeNs) {
        try {
            if (!texts.next()) {
                dueNs = NEVER;
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long lagUs = leastLagUs == TextSource.UNKNOWN ? TextSource.UNKNOWN : texts.lagUs();
        if (lagUs != TextSource.UNKNOWN) {
            nextDelayNs = TimeUnit.MICROSECONDS.toNanos(Math.max(0, lagUs - leastLagUs));
        }
        dueNs = Math.max(notBeforeNs, texts.timeNs() - nextDelayNs);
    }

    @Override
    public long nextDueNs() {
        return dueNs;
    }

    @Override
    public void step() {
        while (dueNs >= nextLookNs) {
            nextLookNs = nextLookNs == 0 ? dueNs + lookNs : nextLookNs + lookNs;
            look.run();
        }
        delayNs = Math.max(0, texts.timeNs() - dueNs);
        switch (texts.kind()) {
            case OPEN -> exchange.onOpen(texts.connection());
            case IN ->
                    exchange.onText(
                            texts.connection(), texts.text(), texts.offset(), texts.length());
            default -> exchange.onClosed(texts.connection());
        }
        move(dueNs);
    }

    /** How late the texts are that come now, as the recording has it; 0 when it is not asked. */
    long delayNs() {
        return delayNs;
    }

    /** True once all were given. */
    boolean isOver() {
        return dueNs == NEVER;
    }
}
