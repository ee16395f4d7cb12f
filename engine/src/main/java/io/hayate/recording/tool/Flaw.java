package io.hayate.recording.tool;

/** What a check may find in a recording. */
public enum Flaw {
    /** A file ends before its end was written. */
    TORN("torn"),
    /** A line is none of the format; nothing behind it was read. */
    DAMAGED("damaged"),
    /** Entries found no room when they were recorded. */
    LOST("lost"),
    /** The exchange's numbers jump: frames did not come, or came in another order. */
    GAP("gap"),
    /** Times go back. */
    TIME("time"),
    /** Data of a channel that was not subscribed on its connection, or of a connection that is not open. */
    CHANNEL("channel"),
    /** A frame that cannot be read, or of a type that is not known. */
    UNKNOWN("unknown"),
    /** A book that is not what the exchange's checksum was taken of. */
    CHECKSUM("checksum");

    private final String words;

    Flaw(String words) {
        this.words = words;
    }

    /** One word for people and programs. */
    public String words() {
        return words;
    }
}
