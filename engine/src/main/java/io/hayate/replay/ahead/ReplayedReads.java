package io.hayate.replay.ahead;

import io.hayate.event.ReadsOfPath;
import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;
import io.hayate.recording.capture.RecordedRead;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What each thread has read of the others when the recording was made, read by read. Where the recording
 * has no reads of a kind, as one of a release before has none, what there is now is read. One thread.
 */
public final class ReplayedReads implements ReadsOfPath {
    private final Lookahead recording;
    private final Map<Integer, Long> ticks = new HashMap<>(); // by loop
    private final Consumer<String> channels;
    private final OneThread strategy;
    private IOException failure; // the first; null for none

    /**
     * Those of a recording.
     *
     * @param event which one the strategy's side handles, counted from 1
     * @param channels takes the words of channels that the strategy's side has seen, whoever added them
     */
    public ReplayedReads(Lookahead recording, LongSupplier event, Consumer<String> channels) {
        this.recording = recording;
        this.channels = channels;
        strategy =
                new OneThread(0) {
                    @Override
                    RecordedRead ahead(SharedValue what) throws IOException {
                        return recording.nextReadAt(what, event.getAsLong());
                    }

                    @Override
                    public void beforeAdding(String words) {
                        try {
                            recording.channelsUpTo(words, event.getAsLong()).forEach(channels);
                        } catch (IOException e) {
                            failure = failure == null ? e : failure;
                        }
                    }
                };
    }

    @Override
    public SharedReads ofLoop(int index) {
        return new OneThread(index) {
            @Override
            RecordedRead ahead(SharedValue what) throws IOException {
                return recording.nextReadOf(what, index, ticks.getOrDefault(index, 0L));
            }
        };
    }

    @Override
    public SharedReads ofStrategy() {
        return strategy;
    }

    /**
     * Tells of a line ahead that could not be read.
     *
     * @throws IOException when there was one
     */
    public void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * A loop has another tick from now on.
     *
     * @return what it had read before the tick before, and has not now, in words; empty for nothing
     */
    public String onTick(int loop) {
        long had =
                ticks.merge(loop, 1L, Long::sum) - 1; // what leads to a tick may be told before it
        return words(recording.missedBeforeTick(loop, had));
    }

    /** What the strategy's side had read before it came to this event, and has not now, in words; empty for nothing. */
    public String onEvent(long at) {
        return words(recording.missedBeforeEvent(at));
    }

    private static String words(RecordedRead missed) {
        if (missed == null) {
            return "";
        }
        String name = missed.what().wireName();
        return name + " was read " + missed.number() + " times by then, and is not now";
    }

    /** The reads of one thread. */
    private abstract class OneThread implements SharedReads {
        private final int loop;
        private final long[] counts = new long[SharedValue.COUNT];
        private final long[] latest = new long[counts.length];
        private final boolean[] isTold = new boolean[counts.length];

        private OneThread(int loop) {
            this.loop = loop;
        }

        /** The next one of the recording that may be due; null for none. */
        abstract RecordedRead ahead(SharedValue what) throws IOException;

        @Override
        public long read(SharedValue what, long value) {
            long known = answer(what, value);
            if (what == SharedValue.CHANNELS) {
                add(known);
            }
            counts[what.code()]++;
            return known;
        }

        @Override
        public boolean expects(SharedValue what, boolean otherwise) {
            return answer(what, otherwise ? 1 : 0) != 0;
        }

        @Override
        public long goOn(SharedValue what, long parts) {
            return isTold[SharedValue.RING_ROOM.code()] ? 0 : parts;
        }

        private void add(long known) {
            for (String each = recording.nextChannel(known);
                    each != null;
                    each = recording.nextChannel(known)) {
                channels.accept(each);
            }
        }

        /** The answer of the next read. */
        private long answer(SharedValue what, long otherwise) {
            int place = what.code();
            try {
                RecordedRead read = ahead(what);
                while (read != null && read.number() <= counts[place] + 1) {
                    isTold[place] = true;
                    latest[place] = read.value();
                    recording.takeRead(what, loop);
                    read = ahead(what);
                }
            } catch (IOException e) {
                failure = failure == null ? e : failure; // a strategy that asks must not meet it
            }
            return isTold[place] ? latest[place] : otherwise;
        }
    }
}
