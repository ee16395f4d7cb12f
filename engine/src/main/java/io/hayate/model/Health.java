package io.hayate.model;

/**
 * How far a channel may be trusted: a sum of words, 0 when there is nothing to say against it. A
 * number goes with every event, so that nothing is looked up or allocated to ask.
 */
public final class Health {
    /** Nothing is known against it. */
    public static final int LIVE = 0;

    /** Nothing has come within the channel's deadline. */
    public static final int STALE = 1;

    /** A frame was lost, came twice, or came late: something may be missing. */
    public static final int GAPPED = 2;

    /** A fresh snapshot is asked for and has not come yet. */
    public static final int RESYNCING = 4;

    /** The book is not the venue's: its checksum differed, and so it did after new snapshots. */
    public static final int CHECKSUM_BAD = 8;

    /** The book's best bid has been at or above its best ask for longer than a burst. */
    public static final int CROSSED = 16;

    /** Updates before this one were left out, as the strategy had not taken them in time. */
    public static final int CONFLATED = 32;

    /** The venue is in maintenance. */
    public static final int MAINTENANCE = 64;

    /** Nobody sends it: the venue refused it, or it was unsubscribed. */
    public static final int OFF = 128;

    /** It was sent later than it came, by the clocks: they disagree, and how old it is is unknown. */
    public static final int CLOCK_BAD = 256;

    private static final String[] WORDS = {
        "stale",
        "gapped",
        "resyncing",
        "checksum-bad",
        "crossed",
        "conflated",
        "maintenance",
        "off",
        "clock-bad"
    };
    private static final String[] TEXTS = new String[1 << WORDS.length];

    static {
        for (int health = 0; health < TEXTS.length; health++) {
            TEXTS[health] = join(health);
        }
    }

    private Health() {}

    private static String join(int health) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < WORDS.length; i++) {
            if ((health & 1 << i) != 0) {
                text.append(text.isEmpty() ? "" : " ").append(WORDS[i]);
            }
        }
        return text.isEmpty() ? "live" : text.toString().intern();
    }

    /** True when nothing is known against it. */
    public static boolean isHealthy(int health) {
        return health == LIVE;
    }

    /** The words of a health, apart by spaces; {@code live} for none. Allocates nothing. */
    public static String text(int health) {
        return TEXTS[health & (TEXTS.length - 1)];
    }
}
