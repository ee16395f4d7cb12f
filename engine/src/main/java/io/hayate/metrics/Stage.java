package io.hayate.metrics;

/** A stretch of the way from a frame in the socket to the order that it led to. */
public enum Stage {
    /** From the return of the read that brought the frame until its row is whole in a slot. */
    RECEIVED_TO_DECODED("received to decoded"),
    /** In the ring, what waits before it included, until just before the strategy's callback. */
    DECODED_TO_HANDLED("decoded to handled"),
    /** Both of the above. */
    RECEIVED_TO_HANDLED("received to handled"),
    /** The decision, its checks and the order's text, until just before the hand-over of the order. */
    HANDLED_TO_SENDING("handled to sending"),
    /** All that Hayate itself takes from tick to order, until just before its hand-over. */
    RECEIVED_TO_SENDING("received to sending"),
    /** The decision, its checks, and the hand-over of the order, which is most of it. */
    HANDLED_TO_WRITTEN("handled to written"),
    /** From tick to order. */
    RECEIVED_TO_WRITTEN("received to written"),
    /**
     * From tick to order, and the time before the read in which nobody looked at the socket: what the
     * frame may have waited there at most, unseen by the stages above.
     */
    LOOKED_TO_WRITTEN("last look to written");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    /** The words for a person. */
    public String title() {
        return title;
    }

    /** The same as one word, for files and styles. */
    public String word() {
        return title.replace(' ', '-');
    }
}
