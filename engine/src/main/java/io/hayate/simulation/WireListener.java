package io.hayate.simulation;

import org.agrona.DirectBuffer;

/** Hears what is sent over links, at the time of sending. One thread. */
public interface WireListener {
    /** Hears nothing. */
    WireListener NONE = (up, text, offset, length) -> {};

    /**
     * A text is sent.
     *
     * @param up true from an engine to the exchange
     * @param text valid until this returns
     */
    void onText(boolean up, DirectBuffer text, int offset, int length);
}
