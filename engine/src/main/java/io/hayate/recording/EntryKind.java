package io.hayate.recording;

/** What an entry of a recording tells. The names are those of the file: {@code "k":"in"}. */
public enum EntryKind {
    /** A text that came in: the text. */
    IN("in"),
    /** A text that went out: the text. */
    OUT("out"),
    /** A loop's tick of time: the text is JSON, where there is one. */
    TICK("tick"),
    /** A command that reached the loop: the text is JSON. */
    COMMAND("command"),
    /** What a gate decided on an order: the text is JSON. */
    DECISION("decision"),
    /** An answer of the exchange's REST: the text is JSON. */
    REST("rest"),
    /** An event that another thread had made, as the loop took it: the text is JSON. */
    LATE("late"),
    /** A number that the run drew: the text is JSON. */
    NUMBER("number"),
    /** A part of what runs before have left, in base64. */
    PAST("past"),
    /** A strategy was put in a place, where a command then starts it: the text is JSON. */
    STRATEGY("strategy"),
    /** The strategy's side read the clock at that time: the text is the number of its event. */
    READING("reading"),
    /** Which places of the ring a loop of several has filled: the text is JSON. */
    PLACES("places"),
    /** A thread has read of another what it had not read before: the text is JSON. */
    READ("read"),
    /** How many events the strategy's side has handled: the text is that number. */
    HANDLED("handled"),
    /** A connection opened: whether it is a public one. */
    OPEN("open"),
    /** A connection closed: the cause in one word, and the text says more. */
    CLOSE("close"),
    /** Entries that found no room before this one: the count. */
    LOST("lost"),
    /** The head of a file: the text is all of it, in JSON; the count is the number of the file. */
    RECORDING("recording"),
    /** The recording ended as it was asked to. */
    END("end");

    private static final EntryKind[] VALUES = values();

    private final String wireName;

    EntryKind(String wireName) {
        this.wireName = wireName;
    }

    /** The word of the file, such as {@code in}. */
    public String wireName() {
        return wireName;
    }

    /** True for one that has a text in any case. */
    public boolean hasText() {
        return switch (this) {
            case IN,
                    OUT,
                    COMMAND,
                    DECISION,
                    REST,
                    LATE,
                    NUMBER,
                    PAST,
                    STRATEGY,
                    READING,
                    HANDLED,
                    PLACES,
                    READ ->
                    true;
            case TICK, OPEN, CLOSE, LOST, RECORDING, END -> false;
        };
    }

    /** The kind that is named there; null for a word that is not known. */
    static EntryKind ofWire(byte[] bytes, int offset, int length) {
        for (EntryKind kind : VALUES) {
            if (kind.wireName.length() == length && isAt(kind.wireName, bytes, offset)) {
                return kind;
            }
        }
        return null;
    }

    private static boolean isAt(String name, byte[] bytes, int offset) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != bytes[offset + i]) {
                return false;
            }
        }
        return true;
    }

    static EntryKind ofWire(String name) {
        for (EntryKind kind : VALUES) {
            if (kind.wireName.equals(name)) {
                return kind;
            }
        }
        return null;
    }
}
