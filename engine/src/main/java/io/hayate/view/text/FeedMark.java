package io.hayate.view.text;

import io.hayate.model.Health;
import io.hayate.number.Rounded;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * How far data may be trusted at a glance: its channel's words and its age, as in {@code stale 65s}.
 *
 * @param words of the channel's health, or {@link #DISCONNECTED}
 * @param ageNs how old the data is
 */
public record FeedMark(String words, long ageNs) {
    /** The channel's connection is lost, and the channel has not come back on another. */
    static final String DISCONNECTED = "disconnected";

    /** What is younger than this, and live, bears no mark. */
    static final long FRESH_NS = 2_000_000_000L;

    private static final long OLD_NS = 10_000_000_000L;
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final long SECONDS_MAX = 120;
    private static final long MINUTES_MAX = 120;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final String LIVE = Health.text(Health.LIVE);

    boolean isLive() {
        return words.equals(LIVE);
    }

    /** True when there is nothing to say against it. */
    boolean isFresh() {
        return isLive() && ageNs < FRESH_NS;
    }

    /** {@code live 12s}, {@code stale 65s}, {@code disconnected 5m}. */
    String text() {
        return words + " " + age();
    }

    /** The mark, or nothing where none is needed. */
    String textUnlessFresh() {
        return isFresh() ? "" : text();
    }

    private String age() {
        long seconds = ageNs / NS_PER_SECOND;
        long minutes = seconds / SECONDS_PER_MINUTE;
        if (seconds < SECONDS_MAX) {
            return seconds + "s";
        }
        return minutes < MINUTES_MAX ? minutes + "m" : minutes / SECONDS_PER_MINUTE + "h";
    }

    AttributedStyle style() {
        return style(words, ageNs);
    }

    /** Style of the figures that it is about. */
    AttributedStyle figures() {
        return isLive() && ageNs < OLD_NS ? Paint.PLAIN : Paint.OLD;
    }

    private static AttributedStyle style(String words, long ageNs) {
        if (!words.equals(LIVE)) {
            return ofWords(words);
        }
        return ageNs < OLD_NS ? Paint.GOOD : Paint.DOUBT;
    }

    /** Style of words of health: good, bad, or soon over. */
    public static AttributedStyle ofWords(String words) {
        if (words.equals(LIVE)) {
            return Paint.GOOD;
        }
        boolean isPassing = words.equals("resyncing") || words.equals("conflated");
        return isPassing || words.equals("waiting") ? Paint.DOUBT : Paint.BAD;
    }

    /**
     * A title with the words and the age behind the name; in front of it where the screen is so narrow
     * that they would be cut.
     *
     * @param rest what may be cut
     */
    AttributedString title(String name, String rest, int width) {
        String seconds = Rounded.text((double) ageNs / NS_PER_SECOND, 1);
        AttributedString state =
                new StyledLine().add(words, ofWords(words)).add("  age " + seconds + " s").toLine();
        StyledLine title = new StyledLine().add(name, Paint.TITLE).add("  ").add(state);
        if (title.width() > width) {
            title = new StyledLine().add(state).add("  ").add(name, Paint.TITLE);
        }
        return StyledLine.cut(title.add(rest).toLine(), width);
    }
}
