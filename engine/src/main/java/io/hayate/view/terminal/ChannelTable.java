package io.hayate.view.terminal;

import static io.hayate.metrics.ChannelStatistics.Figure;

import io.hayate.market.ChannelHealth;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import io.hayate.number.Rounded;
import io.hayate.view.text.FeedMark;
import io.hayate.view.text.Paint;
import io.hayate.view.text.StyledLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.agrona.concurrent.NanoClock;
import org.jline.terminal.Size;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * The channels of market data with what is known of each: the answer to {@code channels}.
 *
 * <pre>
 * Channel                 Health     Frames/s  Age s  Sequence  Checks  Failed
 * ticker BTCUSD           live            5.0    0.2     10432
 * book BTCUSD P0 F0 25    live           41.3    0.1     10440     112
 * trades FOOUSD           off             0.0      -
 * trades FOOUSD: the venue refused it: symbol: invalid (code 10300)
 * </pre>
 *
 * Any one thread.
 */
final class ChannelTable {
    private static final int ROWS_MAX = 60;
    private static final int REASONS_MAX = 8;
    private static final double NS_PER_SECOND = 1e9;
    private static final List<String> HEADER =
            List.of("Channel", "Health", "Frames/s", "Age s", "Sequence", "Checks", "Failed");
    private static final String GAP = "  ";
    private static final int WIDTH_DEFAULT = 79;
    private static final int LEFT_COLUMNS = 2;
    private static final int HEALTH_COLUMN = 1;

    /** Columns that stay away where the screen is narrow, the first one first. */
    private static final int[] LEAVING = {4, 2, 3, 5, 6};

    private final MarketChannels channels;
    private final ChannelStatistics statistics;
    private final IntFunction<String> refusals;
    private final Supplier<Size> size;
    private final NanoClock clock;
    private long[] framesBefore = {};
    private long beforeNs;

    /**
     * A table of no frames yet.
     *
     * @param refusals why the venue refused a channel, or nothing
     * @param size of the screen; null for one that is none, or does not tell
     */
    ChannelTable(
            MarketChannels channels,
            ChannelStatistics statistics,
            IntFunction<String> refusals,
            Supplier<Size> size,
            NanoClock clock) {
        this.refusals = refusals;
        this.size = size;
        this.channels = channels;
        this.statistics = statistics;
        this.clock = clock;
        beforeNs = clock.nanoTime();
    }

    /**
     * The lines of the table, and below them why the venue refused channels of it.
     *
     * @param part shows only channels with this in their name; empty for all
     */
    List<AttributedString> lines(String part) {
        long nowNs = clock.nanoTime();
        List<MarketChannel> shown = find(part.toLowerCase(Locale.ROOT));
        if (shown.isEmpty()) {
            return StyledLine.ofText(
                    part.isEmpty()
                            ? "no channels are subscribed"
                            : "no channel has " + part + " in its name");
        }
        List<List<String>> cells = new ArrayList<>();
        cells.add(HEADER);
        shown.stream().limit(ROWS_MAX).forEach(channel -> cells.add(cells(channel, nowNs)));
        remember(nowNs);
        List<AttributedString> lines = layOut(cells);
        reasons(shown).forEach(line -> lines.add(StyledLine.of(line)));
        int more = shown.size() - ROWS_MAX;
        if (more > 0) {
            lines.add(StyledLine.of("... and " + more + " more; channels WORD shows some"));
        }
        return lines;
    }

    /** A line each of those that the venue refused, the first few. */
    private List<String> reasons(List<MarketChannel> shown) {
        List<String> lines = new ArrayList<>();
        for (MarketChannel channel : shown) {
            String why = isEnded(channel) ? refusals.apply(channel.id()) : "";
            if (!why.isEmpty()) {
                lines.add(channel.displayName() + ": " + why);
            }
        }
        int more = lines.size() - REASONS_MAX;
        if (more > 0) {
            lines = new ArrayList<>(lines.subList(0, REASONS_MAX));
            lines.add("... and " + more + " more that it refused");
        }
        return lines;
    }

    private boolean isEnded(MarketChannel channel) {
        return !ChannelHealth.isWanted(statistics, channel.id());
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
                dataNs == 0 ? "-" : tenths(Math.max(nowNs - dataNs, 0) / NS_PER_SECOND),
                number(get(id, Figure.LAST_SEQUENCE)),
                number(get(id, Figure.CHECKSUMS_PASSED)),
                number(get(id, Figure.CHECKSUMS_FAILED)));
    }

    private static String tenths(double value) {
        return Rounded.text(value, 1);
    }

    private static String number(long value) {
        return value == 0 ? "" : Long.toString(value);
    }

    private void remember(long nowNs) {
        framesBefore = new long[channels.count()];
        Arrays.setAll(framesBefore, id -> get(id, Figure.FRAMES));
        beforeNs = nowNs;
    }

    private List<AttributedString> layOut(List<List<String>> cells) {
        int[] widths = new int[HEADER.size()];
        cells.forEach(row -> Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).length())));
        for (int column : LEAVING) {
            if (total(widths) > width()) {
                widths[column] = 0;
            }
        }
        List<AttributedString> lines = new ArrayList<>();
        cells.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int width() {
        int columns = size == null ? 0 : size.get().getColumns();
        return columns > 0 ? columns - 1 : WIDTH_DEFAULT;
    }

    private static int total(int[] widths) {
        int shown = (int) Arrays.stream(widths).filter(width -> width > 0).count();
        return Arrays.stream(widths).sum() + (shown - 1) * GAP.length();
    }

    private static AttributedString line(List<String> row, int[] widths) {
        StyledLine line = new StyledLine();
        int pad = 0; // that of a column on the left, once another follows
        for (int i = 0; i < widths.length; i++) {
            int rest = widths[i] - row.get(i).length();
            if (rest >= 0 && !row.get(i).isEmpty()) {
                line.pad(pad + (i < LEFT_COLUMNS ? 0 : rest)).add(row.get(i), style(row, i));
                pad = (i < LEFT_COLUMNS ? rest : 0) + GAP.length();
            } else if (widths[i] > 0) {
                pad += widths[i] + GAP.length();
            }
        }
        return line.toLine();
    }

    private static AttributedStyle style(List<String> row, int column) {
        if (row.equals(HEADER)) {
            return Paint.TITLE;
        }
        String health = row.get(HEALTH_COLUMN);
        AttributedStyle ofHealth =
                health.equals(Health.text(Health.OFF)) ? Paint.OLD : FeedMark.ofWords(health);
        return column == HEALTH_COLUMN ? ofHealth : Paint.PLAIN;
    }
}
