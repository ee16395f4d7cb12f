package io.hayate.event;

import org.agrona.DirectBuffer;

/** Takes notices on the view's thread; buffers are valid until each call returns. */
public interface NoticeReader {
    /** A copy of an event; {@code type} is EVENT, ANSWER, PRINT or LOOK. */
    void onEvent(NoticeType type, Event event);

    /** A line of a strategy: each {@code {}} of the template stands for the next number. */
    void onLog(String template, double[] numbers);

    /** A frame as it came in or went out; {@code frameLength} is its length before the cut. */
    void onFrame(NoticeType type, DirectBuffer text, int offset, int length, int frameLength);
}
