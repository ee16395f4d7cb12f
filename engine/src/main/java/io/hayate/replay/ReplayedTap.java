package io.hayate.replay;

import io.hayate.event.CommandType;
import io.hayate.event.OrderIntent;
import io.hayate.event.TrafficTap;
import io.hayate.replay.compare.Decisions;
import io.hayate.replay.compare.SentByAll;
import io.hayate.replay.compare.SentTexts;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.agrona.DirectBuffer;

/** Hears what a loop of a replayed path does now, and has it compared. One thread. */
final class ReplayedTap implements TrafficTap {
    private final int loop;
    private final SentByAll sent;
    private final Decisions decisions;
    private final Consumer<String> found;
    private final IntConsumer taken;

    /**
     * What hears of the first loop.
     *
     * @param found takes what differs, in words; null for nothing
     * @param taken takes the loop that has taken a command, from 0
     */
    ReplayedTap(SentByAll sent, Decisions decisions, Consumer<String> found, IntConsumer taken) {
        this(0, sent, decisions, found, taken);
    }

    private ReplayedTap(
            int loop,
            SentByAll sent,
            Decisions decisions,
            Consumer<String> found,
            IntConsumer taken) {
        this.loop = loop;
        this.sent = sent;
        this.decisions = decisions;
        this.found = found;
        this.taken = taken;
    }

    @Override
    public TrafficTap ofLoop(int index) {
        return new ReplayedTap(index, sent, decisions, found, taken);
    }

    @Override
    public void onTextOut(int connection, DirectBuffer text, int offset, int length, long timeNs) {
        String words = SentTexts.text(text, offset, length);
        found.accept(sent.of(connection, words).onNow(new SentTexts.Sent(words, timeNs, "")));
    }

    @Override
    public void onCommand(
            CommandType type,
            int targetId,
            double amount,
            OrderIntent intent,
            long madeNs,
            long timeNs) {
        taken.accept(loop);
    }

    @Override
    public void onDecision(long event, String verdict, long clientOrderId, long timeNs) {
        found.accept(decisions.onNow(Decisions.text(event, verdict, clientOrderId)));
    }
}
