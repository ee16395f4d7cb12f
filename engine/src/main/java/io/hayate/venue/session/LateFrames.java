package io.hayate.venue.session;

import io.hayate.venue.base.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Frames of one connection that wait: each for its time, some until another frame has gone. */
final class LateFrames {
    private static final int FRAMES_MAX = 256;

    /** One that waits. */
    private record Waiting(Draft draft, long dueNs, List<String> behind) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private final Timeline timeline;
    private final Timeline.Timer timer;
    private final Consumer<Draft> writer;

    /** Nothing waits; {@code writer} gets what has waited. */
    LateFrames(Timeline timeline, Consumer<Draft> writer) {
        this.timeline = timeline;
        this.writer = writer;
        timer = timeline.timer(this::onTime);
    }

    /**
     * Lets a frame wait; false when too many do.
     *
     * @param behind words of frames behind one of which it goes at once; empty for none
     */
    boolean hold(Draft draft, long delayMs, List<String> behind) {
        if (waiting.size() == FRAMES_MAX) {
            return false;
        }
        long dueNs = timeline.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delayMs);
        waiting.add(new Waiting(draft, dueNs, behind));
        schedule();
        return true;
    }

    /** A frame of the account with this word has gone. */
    void onWritten(String word) {
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).behind().contains(word)) {
                writer.accept(waiting.remove(i).draft());
                return;
            }
        }
    }

    private void schedule() {
        long next = Timeline.NEVER;
        for (Waiting each : waiting) {
            next = Math.min(next, each.dueNs());
        }
        if (next != Timeline.NEVER) {
            timer.afterNs(Math.max(0, next - timeline.nanoTime()));
        }
    }

    private void onTime() {
        List<Waiting> due = new ArrayList<>(waiting);
        due.removeIf(each -> each.dueNs() > timeline.nanoTime());
        waiting.removeAll(due);
        due.forEach(each -> writer.accept(each.draft()));
        schedule();
    }

    /** Nothing waits any more. */
    void clear() {
        waiting.clear();
        timer.cancel();
    }
}
