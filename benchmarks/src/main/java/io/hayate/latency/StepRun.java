package io.hayate.latency;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * The measuring loop of one step. It makes the next group of frames ahead, waits for its time by
 * the clock, stamps, writes, and reads what came. Allocates nothing while it runs.
 */
final class StepRun {
    static final long LATENCY_MAX_NS = TimeUnit.SECONDS.toNanos(60);

    private static final long ANSWER_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long DRAIN_NS = TimeUnit.SECONDS.toNanos(20);
    private static final long LEAD_NS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int FRAME_BYTES_MAX = 256;
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Step step;
    private final Between between;
    private final VenueSocket socket;
    private final FramePool frames;
    private final Triggers triggers;
    private final ByteBuffer group;
    private final Histogram latency = new Histogram(LATENCY_MAX_NS, SIGNIFICANT_DIGITS);
    private final Histogram fromDue = new Histogram(LATENCY_MAX_NS, SIGNIFICANT_DIGITS);
    private final Histogram sendLag = new Histogram(LATENCY_MAX_NS, SIGNIFICANT_DIGITS);
    private final long[] first;
    private final long firstTrigger;
    private final long stallsBefore;
    private long beginNs;
    private long lastAnswerNs;
    private long lastSentNs;
    private long frameCount;
    private long groups;
    private long orders;
    private long extra;
    private long missed;

    /** What is done between two groups of frames. */
    interface Between {
        /** Reads and answers what has come. */
        void poll() throws IOException;

        /** While nothing can be sent before something comes. */
        void idle() throws IOException;

        /** While the next group waits for its time. */
        void idleShortly();
    }

    StepRun(Step step, Between between, VenueSocket socket, FramePool frames, Triggers triggers) {
        this.step = step;
        this.between = between;
        this.socket = socket;
        this.frames = frames;
        this.triggers = triggers;
        group = ByteBuffer.allocateDirect(step.burst() * FRAME_BYTES_MAX);
        first = new long[step.keep()];
        Arrays.fill(first, LATENCY_MAX_NS);
        firstTrigger = triggers.made();
        stallsBefore = socket.stalls();
    }

    StepResult run() throws IOException {
        beginNs = System.nanoTime() + LEAD_NS;
        lastAnswerNs = beginNs;
        lastSentNs = beginNs;
        long endNs = beginNs + step.durationNs();
        while (System.nanoTime() - endNs < 0 && !isCountReached()) {
            turn();
        }
        if (group.position() > 0) {
            send(System.nanoTime()); // its triggers are counted already
        }
        drain();
        missed += triggers.giveUp();
        return result();
    }

    private boolean isCountReached() {
        return step.count() > 0
                && group.position() == 0
                && triggers.made() - firstTrigger >= step.count();
    }

    private void turn() throws IOException {
        socket.flush();
        if (group.position() == 0 && mayMakeGroup()) {
            makeGroup();
        }
        if (group.position() == 0) {
            between.idle();
        } else if (System.nanoTime() - dueNs() >= 0) {
            send(dueNs());
        } else {
            between.idleShortly();
        }
        between.poll();
    }

    private boolean mayMakeGroup() {
        if (socket.isBehind() || !triggers.hasRoom()) {
            return false;
        }
        if (step.kind() != Step.Kind.PP || triggers.unanswered() == 0) {
            return true;
        }
        if (System.nanoTime() - lastSentNs > ANSWER_TIMEOUT_NS) {
            missed += triggers.giveUp();
            lastAnswerNs = System.nanoTime();
            return true;
        }
        return false;
    }

    private void makeGroup() {
        for (int i = 0; i < step.burst(); i++) {
            if (++frameCount % step.every() == 0 && triggers.hasRoom()) {
                frames.putTrigger(group, triggers.make());
            } else {
                frames.putOrdinary(group);
            }
        }
    }

    private long dueNs() {
        return switch (step.kind()) {
            case PP -> lastAnswerNs + TimeUnit.MICROSECONDS.toNanos(step.gapUs());
            case RATE -> step.dueNs(beginNs, groups);
            case FLOOD -> lastSentNs;
        };
    }

    private void send(long dueNs) throws IOException {
        ByteBuffer sealed = socket.seal(group.flip());
        long nowNs = System.nanoTime();
        triggers.sent(nowNs, step.kind() == Step.Kind.FLOOD ? nowNs : dueNs);
        socket.send(sealed);
        group.clear();
        sendLag.recordValue(bounded(nowNs - dueNs));
        lastSentNs = nowNs;
        groups++;
    }

    private static long bounded(long latencyNs) {
        return Math.min(Math.max(latencyNs, 0), LATENCY_MAX_NS);
    }

    /** An order came; {@code number} is that of the trigger it answers, if it answers one. */
    void onOrder(long number, long receivedNs) {
        orders++;
        lastAnswerNs = receivedNs;
        if (number == Triggers.NONE) {
            extra++;
            return;
        }
        long latencyNs = bounded(receivedNs - triggers.sentNs(number));
        latency.recordValue(latencyNs);
        fromDue.recordValue(bounded(receivedNs - triggers.dueNs(number)));
        if (number - firstTrigger < first.length) {
            first[(int) (number - firstTrigger)] = latencyNs;
        }
    }

    /** Waits for the answers that are due, but not for ever. */
    private void drain() throws IOException {
        long giveUpNs = System.nanoTime() + DRAIN_NS;
        while ((triggers.unanswered() > 0 || socket.isBehind())
                && System.nanoTime() - giveUpNs < 0) {
            socket.flush();
            between.idle();
            between.poll();
        }
    }

    private StepResult result() {
        double seconds = (Math.max(lastSentNs, lastAnswerNs) - beginNs) / 1e9;
        return new StepResult(
                step,
                seconds,
                frameCount,
                triggers.made() - firstTrigger,
                orders,
                missed,
                extra,
                socket.stalls() - stallsBefore,
                latency,
                fromDue,
                sendLag,
                Arrays.stream(first).boxed().toList());
    }
}
