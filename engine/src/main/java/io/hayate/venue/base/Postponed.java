package io.hayate.venue.base;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Things that are due one after the other, in the order in which they came. One timer for all. */
public final class Postponed<T> {
    /** One of them and when it is due. */
    private record Item<T>(T what, long dueNs) {}

    private final Timeline timeline;
    private final Consumer<T> action;
    private final Timeline.Timer timer;
    private final Deque<Item<T>> waiting = new ArrayDeque<>();

    /** Nothing is due yet; the action is done with each thing when its time has come. */
    public Postponed(Timeline timeline, Consumer<T> action) {
        this.timeline = timeline;
        this.action = action;
        timer = timeline.timer(this::run);
    }

    /** How many wait: whoever adds bounds them. */
    public int size() {
        return waiting.size();
    }

    /** Postpones a thing by so much, or until those before it are due. */
    public void add(T what, long delayMs) {
        long dueNs = timeline.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delayMs);
        Item<T> last = waiting.peekLast();
        waiting.addLast(new Item<>(what, last == null ? dueNs : Math.max(last.dueNs(), dueNs)));
        if (!timer.isRunning()) {
            startTimer();
        }
    }

    /** Does not do anything with this thing any more. */
    public void remove(T what) {
        waiting.removeIf(item -> item.what().equals(what));
        if (waiting.isEmpty()) {
            timer.cancel();
        }
    }

    private void startTimer() {
        long delayNs = waiting.getFirst().dueNs() - timeline.nanoTime();
        timer.afterNs(Math.max(0, delayNs));
    }

    private void run() {
        while (!waiting.isEmpty() && waiting.getFirst().dueNs() <= timeline.nanoTime()) {
            action.accept(waiting.removeFirst().what());
        }
        if (!waiting.isEmpty()) {
            startTimer();
        }
    }
}
