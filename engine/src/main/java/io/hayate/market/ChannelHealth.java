package io.hayate.market;

import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.Health;

/**
 * What all sides together know of a channel's health, from its statistics: for people. Any thread;
 * allocates nothing.
 */
public final class ChannelHealth {
    /** It is wanted, and its connection has not come so far that it can be asked for. */
    public static final String WAITING = "waiting";

    private ChannelHealth() {}

    /** Words of {@link Health} of session and keeper; of a channel that nobody sends, OFF alone. */
    public static int of(ChannelStatistics statistics, int channelId) {
        long words =
                statistics.get(channelId, Figure.HEALTH)
                        | statistics.get(channelId, Figure.BOOK_HEALTH);
        boolean isOff = !isTaken(statistics, channelId) || (words & Health.OFF) != 0;
        return isOff ? Health.OFF : (int) words;
    }

    private static boolean isTaken(ChannelStatistics statistics, int channelId) {
        return statistics.get(channelId, Figure.WANTED) != 0;
    }

    /** True from when it is registered until it is unsubscribed, or the venue refuses it. */
    public static boolean isWanted(ChannelStatistics statistics, int channelId) {
        boolean isNew =
                statistics.get(channelId, Figure.HEALTH) == Health.LIVE; // no loop has seen it
        return isNew || isTaken(statistics, channelId);
    }

    /** Those words as text, or {@link #WAITING}. */
    public static String text(ChannelStatistics statistics, int channelId) {
        int words = of(statistics, channelId);
        boolean isOff = words == Health.OFF;
        return isOff && isWanted(statistics, channelId) ? WAITING : Health.text(words);
    }
}
