package io.hayate.recording;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes that a recording has on the disk: its writer tells, any thread reads. */
final class WrittenBytes {
    private final AtomicLong all = new AtomicLong();
    private long finished;

    /** The file at work has so many. */
    void onFile(long bytes) {
        all.lazySet(finished + bytes);
    }

    /** It is finished, and has so many. */
    void onFinished(long bytes) {
        finished += bytes;
        all.lazySet(finished);
    }

    long all() {
        return all.get();
    }
}
