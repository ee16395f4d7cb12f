package io.hayate.event;

import org.agrona.concurrent.NanoClock;

/** The {@link SharedReads} of each thread of a path. Before the start. */
public interface ReadsOfPath {
    /**
     * Those of a loop.
     *
     * @param index from 0
     */
    SharedReads ofLoop(int index);

    /** Those of the strategy's side. */
    SharedReads ofStrategy();

    /** Reads of which a tap hears; plain ones where nobody listens. */
    static ReadsOfPath toldTo(TrafficTap tap, NanoClock clock) {
        return new ReadsOfPath() {
            @Override
            public SharedReads ofLoop(int index) {
                return reads(tap.ofLoop(index));
            }

            @Override
            public SharedReads ofStrategy() {
                return reads(tap.ofLoop(0));
            }

            private SharedReads reads(TrafficTap ofThread) {
                return ofThread.equals(TrafficTap.NONE)
                        ? SharedReads.PLAIN
                        : new ToldReads(ofThread, clock);
            }
        };
    }
}
