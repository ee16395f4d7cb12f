package io.hayate.view.text;

import io.hayate.event.ChannelStatus;
import io.hayate.event.Event;
import io.hayate.model.Counts;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * Lines about channels whose health changed: one each, or one for many that changed alike within half
 * a second. A channel that comes for the first time makes none. View thread.
 *
 * <pre>
 * book BTCUSD P0 F0 25 resyncing - checksum differed
 * book BTCUSD P0 F0 25 live again
 * book ETHUSD P0 F0 25 crossed - best bid at or over best ask for over a second
 * 24 channels resyncing - connection lost
 * </pre>
 */
public final class ChannelNewsLines {
    private static final long GATHER_NS = 500_000_000;
    private static final int ALONE_MAX = 5;
    private static final int KINDS_MAX = 32;

    /** What is told of a channel that was not well before, too. */
    private static final int GRAVE = Health.CHECKSUM_BAD | Health.CROSSED;

    private static final String AGAIN = "live again";
    private static final String OTHER = "changed - channels says how";

    private final MarketChannels channels;
    private final ChannelStatus status = new ChannelStatus();
    private final Map<Integer, String> refusals =
            new ConcurrentHashMap<>(); // one a channel at most
    private final BitSet everLive = new BitSet();
    private final Map<String, SameNews> waiting = new LinkedHashMap<>();
    private boolean isNew;
    private long sinceNs;

    /** Takes the lines. */
    @FunctionalInterface
    public interface Printer {
        /** A line about one channel, or, where it is null, about many. */
        void print(AttributedString line, boolean isWell, MarketChannel channel);
    }

    public ChannelNewsLines(MarketChannels channels) {
        this.channels = channels;
    }

    private static final class SameNews {
        private final List<MarketChannel> channels = new ArrayList<>();
        private int count;
    }

    /** Keeps what is to be told of the change. */
    public void put(Event event) {
        MarketChannel channel = channels.get(status.wrap(event).channelId());
        if (channel == null) {
            return;
        }
        keepRefusal(channel.id());
        boolean wasLive = everLive.get(channel.id());
        boolean isGrave = (status.health() & ~status.previousHealth() & GRAVE) != 0;
        if (status.isHealthy() || isGrave) {
            everLive.set(channel.id()); // whoever was told that it is not well is told that it is
        }
        boolean wasWell = Health.isHealthy(status.previousHealth());
        boolean isUnwell = status.code() != 0 || wasWell || isGrave;
        if (status.isHealthy() ? wasLive : isUnwell) {
            add(status.isHealthy() ? AGAIN : words(), channel);
        }
    }

    private void keepRefusal(int channelId) {
        boolean isRefused =
                status.health() == Health.OFF && status.text().startsWith(ChannelStatus.REFUSED);
        if (isRefused) {
            refusals.put(channelId, status.text() + code());
        } else {
            refusals.remove(channelId);
        }
    }

    /** Why the venue refused a channel, if that was the last that was told of it; any thread. */
    public String refusal(int channelId) {
        return refusals.getOrDefault(channelId, "");
    }

    private String code() {
        return status.code() == 0 ? "" : " (code " + status.code() + ")";
    }

    private String words() {
        String why = status.text().isEmpty() ? "" : " - " + status.text();
        return Health.text(status.health()) + code() + why;
    }

    private void add(String words, MarketChannel channel) {
        boolean hasRoom = waiting.size() < KINDS_MAX || waiting.containsKey(words);
        SameNews news = waiting.computeIfAbsent(hasRoom ? words : OTHER, key -> new SameNews());
        news.count++;
        if (news.channels.size() < ALONE_MAX) {
            news.channels.add(channel);
        }
        isNew |= waiting.size() == 1 && news.count == 1;
    }

    /** Prints what has been gathered long enough. */
    public void flush(long nowNs, Printer printer) {
        if (isNew) {
            isNew = false;
            sinceNs = nowNs;
        }
        if (waiting.isEmpty() || nowNs - sinceNs < GATHER_NS) {
            return;
        }
        waiting.forEach((words, news) -> print(words, news, printer));
        waiting.clear();
    }

    private static void print(String words, SameNews news, Printer printer) {
        if (news.count > ALONE_MAX) {
            print(words, Counts.of(news.count, "channel"), null, printer);
            return;
        }
        news.channels.forEach(each -> print(words, each.displayName(), each, printer));
    }

    private static void print(String words, String who, MarketChannel channel, Printer printer) {
        int end = words.indexOf(" - ");
        String state = end < 0 ? words : words.substring(0, end);
        boolean isWell = state.equals(AGAIN);
        AttributedStyle style = isWell ? Paint.GOOD : FeedMark.ofWords(state);
        String why = words.substring(state.length());
        StyledLine line = new StyledLine().add(who + " ").add(state, style).add(why);
        printer.print(line.toLine(), isWell, channel);
    }
}
