package io.hayate.view.terminal;

import static io.hayate.metrics.ChannelStatistics.Figure;

import io.hayate.market.ChannelHealth;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The channels of market data with what is known of each: the answer to {@code channels}.
 *
 * <pre>
 * Channel                 Health     Frames/s  Age s  Sequence  Checks  Failed
 * ticker BTCUSD           live            5.0    0.2     10432
 * book BTCUSD P0 F0 25    live           41.3    0.1     10440     112
 * </pre>
 *
 * Any one thread.
 */
final class ChannelTable {
    private static final int ROWS_MAX = 60;
    private static final double NS_PER_SECOND = 1e9;
    private static final List<String> HEADER =
            List.of("Channel", "Health", "Frames/s", "Age s", "Sequence", "Checks", "Failed");
    private static final String GAP = "  ";

    private final MarketChannels channels;
    private final ChannelStatistics statistics;
    private long[] framesBefore = {};
    private long beforeNs;

    ChannelTable(MarketChannels channels, ChannelStatistics statistics, long nowNs) {
        this.channels = channels;
        this.statistics = statistics;
        beforeNs = nowNs;
    }

    /**
     * The table, in lines.
     *
     * @param part shows only channels with this in their name; empty for all
     */
    String text(String part, long nowNs) {
        List<MarketChannel> shown = find(part.toLowerCase(Locale.ROOT));
        if (shown.isEmpty()) {
            return part.isEmpty()
                    ? "no channels are subscribed"
                    : "no channel has " + part + " in its name";
        }
        List<List<String>> cells = new ArrayList<>();
        cells.add(HEADER);
        shown.stream().limit(ROWS_MAX).forEach(channel -> cells.add(cells(channel, nowNs)));
        int more = shown.size() - ROWS_MAX;
        String rest = more > 0 ? "... and " + more + " more; channels WORD shows some" : "";
        remember(nowNs);
        return layOut(cells) + rest;
    }

    private List<MarketChannel> find(String part) {
        List<MarketChannel> found = new ArrayList<>();
        for (int id = 0; id < channels.count(); id++) {
            if (channels.get(id).displayName().toLowerCase(Locale.ROOT).contains(part)) {
                found.add(channels.get(id));
            }
        }
        found.sort((a, b) -> Boolean.compare(isLive(a), isLive(b))); // what is not well comes first
        return found;
    }

    private boolean isLive(MarketChannel channel) {
        return Health.isHealthy(ChannelHealth.of(statistics, channel.id()));
    }

    private long get(int id, Figure figure) {
        return statistics.get(id, figure);
    }

    private List<String> cells(MarketChannel channel, long nowNs) {
        int id = channel.id();
        long dataNs = get(id, Figure.LAST_DATA_NS);
        long before = id < framesBefore.length ? framesBefore[id] : 0;
        double seconds = Math.max(nowNs - beforeNs, 1) / NS_PER_SECOND;
        return List.of(
                channel.displayName(),
                ChannelHealth.text(statistics, id),
                tenths((get(id, Figure.FRAMES) - before) / seconds),
                dataNs == 0 ? "-" : tenths((nowNs - dataNs) / NS_PER_SECOND),
                number(get(id, Figure.LAST_SEQUENCE)),
                number(get(id, Figure.CHECKSUMS_PASSED)),
                number(get(id, Figure.CHECKSUMS_FAILED)));
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String number(long value) {
        return value == 0 ? "" : Long.toString(value);
    }

    private void remember(long nowNs) {
        framesBefore = new long[channels.count()];
        Arrays.setAll(framesBefore, id -> get(id, Figure.FRAMES));
        beforeNs = nowNs;
    }

    private static String layOut(List<List<String>> cells) {
        int[] widths = new int[HEADER.size()];
        cells.forEach(row -> Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).length())));
        StringBuilder text = new StringBuilder();
        for (List<String> row : cells) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String pad = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? "" : GAP);
                line.append(i < 2 ? row.get(i) + pad : pad + row.get(i));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
