package io.hayate.event;

import org.agrona.DirectBuffer;

/** Gives each notice to two readers, one after the other, on the thread that takes them. */
public final class BothReaders implements NoticeSource, NoticeReader {
    private final NoticeSource notices;
    private final NoticeReader second;
    private NoticeReader first;

    /** Notices that this reader hears beside whoever takes them. */
    public BothReaders(NoticeSource notices, NoticeReader second) {
        this.notices = notices;
        this.second = second;
    }

    @Override
    public int poll(NoticeReader taker, int limit) {
        first = taker;
        return notices.poll(this, limit);
    }

    @Override
    public long dropped() {
        return notices.dropped();
    }

    @Override
    public void onEvent(NoticeType type, Event event) {
        first.onEvent(type, event);
        second.onEvent(type, event);
    }

    @Override
    public void onLog(String template, double[] numbers) {
        first.onLog(template, numbers);
        second.onLog(template, numbers);
    }

    @Override
    public void onFrame(
            NoticeType type, DirectBuffer text, int offset, int length, int frameLength) {
        first.onFrame(type, text, offset, length, frameLength);
        second.onFrame(type, text, offset, length, frameLength);
    }
}
