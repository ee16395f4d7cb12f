package io.hayate.view.summary;

import io.hayate.market.ChannelHealth;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.Counts;
import io.hayate.model.Health;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Channels with their figures, mostly a line each, for people. One thread. */
public final class ChannelLines {
    private static final int LINES_MAX = 12;
    private static final int NAME_MAX = 26;

    private final ChannelStatistics statistics;
    private final List<Named> channels = new ArrayList<>();

    /** A channel, and why it is not live where that is known. */
    private record Named(int id, String kind, String name, String reason) {}

    /** Lines of channels whose figures these are. */
    public ChannelLines(ChannelStatistics statistics) {
        this.statistics = statistics;
    }

    /** Adds a channel by its number, the venue's word for its kind, and its name for people. */
    public void add(int id, String kind, String name) {
        add(id, kind, name, "");
    }

    /** As above, with why it is not live; empty where nothing is known of it. */
    public void add(int id, String kind, String name, String reason) {
        channels.add(new Named(id, kind, name, reason));
    }

    /** The lines, each ended: those with most against them first, what is too many by kind. */
    public String text() {
        List<Named> sorted = new ArrayList<>(channels);
        sorted.sort(Comparator.comparingInt(this::trouble).reversed()); // stable
        SummaryLines lines = new SummaryLines(NAME_MAX);
        int shown = Math.min(sorted.size(), LINES_MAX);
        for (Named channel : sorted.subList(0, shown)) {
            addTo(lines, channel.name(), List.of(channel));
        }
        Map<String, List<Named>> rest = new TreeMap<>();
        for (Named channel : sorted.subList(shown, sorted.size())) {
            rest.computeIfAbsent(channel.kind(), kind -> new ArrayList<>()).add(channel);
        }
        rest.forEach((kind, of) -> addTo(lines, of.size() + " more of " + kind, of));
        return lines.toString();
    }

    private long get(Named channel, Figure figure) {
        return statistics.get(channel.id(), figure);
    }

    private boolean isHealthy(Named channel) {
        return Health.isHealthy(ChannelHealth.of(statistics, channel.id()));
    }

    /** How much is against it: what it is now, what it told wrong, what is missing, what was lost. */
    private int trouble(Named channel) {
        if (!isHealthy(channel)) {
            return 4;
        }
        if (get(channel, Figure.CHECKSUMS_FAILED) > 0 || get(channel, Figure.UNKNOWN) > 0) {
            return 3;
        }
        if (get(channel, Figure.DROPPED) > 0) {
            return 2;
        }
        return get(channel, Figure.GAPS) > 0 ? 1 : 0;
    }

    private void addTo(SummaryLines lines, String name, List<Named> of) {
        List<String> parts = new ArrayList<>();
        parts.add(Counts.grouped(sum(of, Figure.FRAMES), "frame"));
        parts.add(String.format(Locale.ROOT, "%,d unknown", sum(of, Figure.UNKNOWN)));
        parts.add(Counts.grouped(sum(of, Figure.GAPS), "gap"));
        long right = sum(of, Figure.CHECKSUMS_PASSED);
        long checked = right + sum(of, Figure.CHECKSUMS_FAILED);
        if (checked > 0) {
            String all = Counts.grouped(checked, "checksum");
            parts.add(String.format(Locale.ROOT, "%,d of %s right", right, all));
        }
        long skipped = sum(of, Figure.CHECKSUMS_SKIPPED);
        if (skipped > 0) {
            parts.add(Counts.grouped(skipped, "checksum") + " not checked");
        }
        lines.add(name, parts);
        if (of.size() == 1 && !isHealthy(of.get(0))) {
            lines.add("", healthText(of.get(0)));
        }
    }

    private String healthText(Named channel) {
        String words = ChannelHealth.text(statistics, channel.id());
        return channel.reason().isEmpty() ? words : words + ": " + channel.reason();
    }

    private long sum(List<Named> of, Figure figure) {
        return of.stream().mapToLong(channel -> get(channel, figure)).sum();
    }
}
