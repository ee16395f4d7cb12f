package io.hayate.venue.base;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.EpochClock;
import org.agrona.concurrent.NanoClock;

/**
 * What time it is, and what is due later: by time and, of one time, by the order of the requests. It
 * reads no clock: its time is the one that it was told last. One thread.
 */
public final class Timeline implements EpochClock, NanoClock {
    /** The due time of nothing. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Timers that may run at once. Those who start timers are bounded well below this. */
    static final int TIMERS_MAX = 65_536;

    private static final int ROOM_AT_FIRST = 64;
    private static final int NOWHERE = -1;

    private Timer[] heap = new Timer[ROOM_AT_FIRST]; // the first is due first
    private int count;
    private long nowMs;
    private long nowNs;
    private long stepMs;
    private long starts;

    /**
     * A timeline without timers.
     *
     * @param nowMs since 1970
     * @param nowNs of a clock that never goes back
     */
    public Timeline(long nowMs, long nowNs) {
        this.nowMs = nowMs;
        this.nowNs = nowNs;
    }

    /** Something to be done once or again and again; it is not running yet. */
    public Timer timer(Runnable task) {
        return new Timer(task);
    }

    /** Milliseconds since 1970, as told last: what frames say, with the steps of {@link #step}. */
    @Override
    public long time() {
        return nowMs + stepMs;
    }

    /** Lets the wall clock jump by so much; timers do not go by it. */
    public void step(long ms) {
        stepMs += ms;
    }

    /** Nanoseconds of a clock that never goes back, as told last: what timers go by. */
    @Override
    public long nanoTime() {
        return nowNs;
    }

    /** When the next timer is due; {@link #NEVER} when none runs. */
    public long nextDueNs() {
        return count == 0 ? NEVER : heap[0].dueNs;
    }

    /**
     * Time has gone on to this. Runs what is due by then, in its order; a timer that is started
     * meanwhile and is due by then runs, too.
     */
    public void advance(long timeMs, long timeNs) {
        nowMs = timeMs;
        nowNs = Math.max(nowNs, timeNs);
        runDue();
    }

    /** Runs what is due at once. */
    public void runDue() {
        while (count > 0 && heap[0].dueNs <= nowNs) {
            heap[0].fire();
        }
    }

    /** One thing to be done at its time. It can be started again, before or after that. */
    public final class Timer {
        private final Runnable task;
        private long dueNs;
        private long periodNs; // 0 for once
        private long start; // its number among all starts
        private int at = NOWHERE;

        private Timer(Runnable task) {
            this.task = task;
        }

        /** True while it waits for its time. */
        public boolean isRunning() {
            return at != NOWHERE;
        }

        /** Runs the task once, so much later; 0 is behind all that is done now. */
        public void afterMs(long delayMs) {
            afterNs(TimeUnit.MILLISECONDS.toNanos(delayMs));
        }

        /** Runs the task once, so much later; 0 is behind all that is done now. */
        public void afterNs(long delayNs) {
            periodNs = 0;
            startAt(nowNs + delayNs);
        }

        /** Runs the task again and again, for the first time after one period. */
        public void everyMs(long intervalMs) {
            everyNs(TimeUnit.MILLISECONDS.toNanos(intervalMs));
        }

        /** Runs the task again and again, for the first time after one period. */
        public void everyNs(long intervalNs) {
            periodNs = intervalNs;
            startAt(nowNs + intervalNs);
        }

        /** Does not run the task any more; nothing happens when it was not to run. */
        public void cancel() {
            if (isRunning()) {
                int freed = at;
                at = NOWHERE;
                Timer last = heap[--count];
                heap[count] = null;
                if (last != this) {
                    put(last, freed);
                }
            }
        }

        private void startAt(long timeNs) {
            cancel();
            if (count == TIMERS_MAX) {
                throw new IllegalStateException("more than " + TIMERS_MAX + " timers run");
            }
            dueNs = timeNs;
            start = ++starts;
            if (count == heap.length) {
                heap = Arrays.copyOf(heap, 2 * count);
            }
            put(this, count++);
        }

        private void fire() {
            if (periodNs > 0) {
                startAt(dueNs + periodNs);
            } else {
                cancel();
            }
            task.run();
        }

        private boolean isBefore(Timer other) {
            return dueNs == other.dueNs ? start < other.start : dueNs < other.dueNs;
        }
    }

    /** Puts a timer where there is room, or where it belongs above or below that. */
    private void put(Timer timer, int room) {
        int to = room;
        while (to > 0 && timer.isBefore(heap[(to - 1) / 2])) {
            place(heap[(to - 1) / 2], to);
            to = (to - 1) / 2;
        }
        int next = firstChild(to);
        while (next < count && heap[next].isBefore(timer)) {
            place(heap[next], to);
            to = next;
            next = firstChild(to);
        }
        place(timer, to);
    }

    /** The one of two children that is due first; a number beyond the end when there is none. */
    private int firstChild(int parent) {
        int left = 2 * parent + 1;
        boolean both = left + 1 < count;
        return both && heap[left + 1].isBefore(heap[left]) ? left + 1 : left;
    }

    private void place(Timer timer, int to) {
        heap[to] = timer;
        timer.at = to;
    }
}
