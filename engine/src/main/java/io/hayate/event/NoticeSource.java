package io.hayate.event;

/** Where one thread takes notices. */
public interface NoticeSource {
    /** Gives at most {@code limit} notices to the reader and returns how many. */
    int poll(NoticeReader taker, int limit);

    /** Notices that found no room since the start. */
    long dropped();
}
