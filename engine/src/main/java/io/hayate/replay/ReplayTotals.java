package io.hayate.replay;

/** What came of a replay. One thread. */
public final class ReplayTotals {
    private long entries;
    private long frames;
    private long caughtUp;
    private long texts;
    private long decisions;
    private long events;
    private long answers;
    private String difference = "";

    ReplayTotals() {}

    void onEntry() {
        entries++;
    }

    void onFrame() {
        frames++;
    }

    void onCaughtUp() {
        caughtUp++;
    }

    ReplayTotals end(long sent, long decided, long handled, String words) {
        texts = sent;
        decisions = decided;
        events = handled;
        difference = words;
        return this;
    }

    /** Entries of the recording that were taken. */
    public long entries() {
        return entries;
    }

    /** Texts that came. */
    public long frames() {
        return frames;
    }

    /** Texts that were sent again as they had been. */
    public long texts() {
        return texts;
    }

    /** Orders that were decided on as they had been. */
    public long decisions() {
        return decisions;
    }

    void answers(long read) {
        answers = read;
    }

    /** Answers of the exchange's REST that were read again, and told the same. */
    public long answers() {
        return answers;
    }

    /** Events that the strategy's side has handled. */
    public long events() {
        return events;
    }

    /** Events that the strategy's side was let handle where the recording does not say when it did. */
    public long caughtUp() {
        return caughtUp;
    }

    /** What differs first, in words; empty when nothing does. */
    public String difference() {
        return difference;
    }
}
