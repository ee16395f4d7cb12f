package io.hayate.view.web;

import io.hayate.event.ChannelStatus;
import io.hayate.market.ChannelHealth;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.metrics.CounterType;
import io.hayate.metrics.Gauge;
import io.hayate.metrics.Gauges;
import io.hayate.metrics.LatencyTimes;
import io.hayate.metrics.Stage;
import io.hayate.metrics.TickToTrade;
import io.hayate.metrics.file.ChannelRecord;
import io.hayate.metrics.file.CounterRecord;
import io.hayate.metrics.file.CountersImage;
import io.hayate.model.Health;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * All counters as text for Prometheus, or as OpenMetrics. Money and amounts are rounded to a double there,
 * as all figures are; states are numbers, as their types say. Any thread but the trading ones.
 */
public final class PrometheusText {
    private static final double NS = 1e9;
    private static final double[] BOUNDS_S = {
        1e-6, 2.5e-6, 5e-6, 1e-5, 2.5e-5, 5e-5, 1e-4, 2.5e-4, 5e-4, 1e-3, 2.5e-3, 5e-3, 1e-2, 1e-1,
        1, 10
    };

    /** Histograms tell them better. */
    private static final Set<Gauge> LEFT_OUT =
            Set.of(
                    Gauge.LATENCY_COUNT,
                    Gauge.LATENCY_P50,
                    Gauge.LATENCY_P90,
                    Gauge.LATENCY_P99,
                    Gauge.LATENCY_P999,
                    Gauge.LATENCY_MAX);

    /** The account has them, and each strategy of several. */
    private static final Set<Gauge> OF_BOTH =
            Set.of(
                    Gauge.POSITION,
                    Gauge.REALISED,
                    Gauge.UNREALISED,
                    Gauge.FILLS_OF,
                    Gauge.CURRENCY_REALISED,
                    Gauge.CURRENCY_UNREALISED,
                    Gauge.CURRENCY_FEES);

    private static final Map<Figure, String> COUNTED = counted();

    private final Map<Integer, CounterType> types = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private final ExpositionFormatWriter plain = PrometheusTextFormatWriter.create();
    private final ExpositionFormatWriter open = OpenMetricsTextFormatWriter.create();
    private final Source source;
    private final TickToTrade tickToTrade;

    /** Where all counters are read. */
    @FunctionalInterface
    public interface Source {
        /**
         * All of one moment.
         *
         * @throws IOException when it cannot be read now
         */
        CountersImage image() throws IOException;
    }

    /** A text, and what it is. */
    public record Content(String type, String text) {}

    /** PrometheusText of these counters and times. */
    public PrometheusText(Source source, TickToTrade tickToTrade) {
        this.source = source;
        this.tickToTrade = tickToTrade;
        for (Counter counter : Counter.values()) {
            add(counter, counter.name());
        }
        for (Gauge gauge : Gauge.values()) {
            if (!LEFT_OUT.contains(gauge)) {
                add(gauge, gauge == Gauge.FILLS_OF ? "instrument_fills" : gauge.name());
            }
        }
    }

    private void add(CounterType type, String name) {
        types.put(type.typeId(), type);
        names.put(type.typeId(), FigureNames.of(type, name));
    }

    /**
     * Their text in the form that is asked for.
     *
     * @param accept the header of that name; empty for none
     * @throws IOException when the counters cannot be read now
     */
    public Content text(String accept) throws IOException {
        ExpositionFormatWriter writer = open.accepts(accept) ? open : plain;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.write(bytes, snapshots(), EscapingScheme.UNDERSCORE_ESCAPING);
        return new Content(writer.getContentType(), bytes.toString(StandardCharsets.UTF_8));
    }

    private MetricSnapshots snapshots() throws IOException {
        CountersImage image = source.image();
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        Map<String, CounterSnapshot.Builder> counts = new LinkedHashMap<>();
        Map<String, GaugeSnapshot.Builder> levels = new LinkedHashMap<>();
        for (CounterRecord record : image.counters()) {
            CounterType type = types.get(record.typeId());
            if (type != null && record.value() != Gauges.UNKNOWN) {
                add(type, record, counts, levels);
            }
        }
        addChannels(image, counts, levels);
        counts.values().forEach(each -> all.metricSnapshot(each.build()));
        levels.values().forEach(each -> all.metricSnapshot(each.build()));
        all.metricSnapshot(latency());
        return all.build();
    }

    private void add(
            CounterType type,
            CounterRecord record,
            Map<String, CounterSnapshot.Builder> counts,
            Map<String, GaugeSnapshot.Builder> levels) {
        String name = name(type, record);
        Labels labels = labels(type, record);
        double value = FigureNames.value(type, record.value());
        if (FigureNames.isCount(type)) {
            count(name, FigureHelp.of(type), labels, value, counts);
        } else {
            level(name, FigureHelp.of(type), labels, value, levels);
        }
    }

    private String name(CounterType type, CounterRecord record) {
        String name = names.get(type.typeId());
        boolean isOfStrategy =
                type instanceof Gauge gauge && OF_BOTH.contains(gauge) && !record.first().isEmpty();
        return isOfStrategy ? FigureNames.ofStrategy(name) : name;
    }

    private static void count(
            String name,
            String help,
            Labels labels,
            double value,
            Map<String, CounterSnapshot.Builder> counts) {
        counts.computeIfAbsent(name, key -> CounterSnapshot.builder().name(key).help(help))
                .dataPoint(
                        CounterSnapshot.CounterDataPointSnapshot.builder()
                                .labels(labels)
                                .value(value)
                                .build());
    }

    private static void level(
            String name,
            String help,
            Labels labels,
            double value,
            Map<String, GaugeSnapshot.Builder> levels) {
        levels.computeIfAbsent(name, key -> GaugeSnapshot.builder().name(key).help(help))
                .dataPoint(
                        GaugeSnapshot.GaugeDataPointSnapshot.builder()
                                .labels(labels)
                                .value(value)
                                .build());
    }

    private static Labels labels(CounterType type, CounterRecord record) {
        if (!(type instanceof Gauge gauge)) { // of a loop beside the first: "loop 2"
            String part = record.first();
            return part.isEmpty()
                    ? Labels.EMPTY
                    : Labels.of("loop", part.substring(part.lastIndexOf(' ') + 1));
        }
        String second =
                switch (gauge) {
                    case TICKS, POSITION, REALISED, UNREALISED, FILLS_OF, MARK -> "instrument";
                    case CURRENCY_REALISED, CURRENCY_UNREALISED, CURRENCY_FEES -> "currency";
                    case REFUSED -> "reason";
                    default -> "";
                };
        Labels labels =
                record.first().isEmpty() ? Labels.EMPTY : Labels.of("strategy", record.first());
        return second.isEmpty() ? labels : labels.add(second, record.second());
    }

    private static void addChannels(
            CountersImage image,
            Map<String, CounterSnapshot.Builder> counts,
            Map<String, GaugeSnapshot.Builder> levels) {
        for (ChannelRecord channel : image.channels()) {
            Labels labels = Labels.of("channel", channel.name(), "kind", channel.kind());
            int health = ChannelHealth.of(image.statistics(), channel.id());
            if (!isLeft(image, channel)) {
                level(
                        "hayate_channel_live",
                        "1 while a channel is live; none of one that was unsubscribed",
                        labels,
                        Health.isHealthy(health) ? 1 : 0,
                        levels);
            }
            for (Figure figure : COUNTED.keySet()) {
                count(
                        COUNTED.get(figure),
                        "of a channel: " + figure.name().toLowerCase(Locale.ROOT),
                        labels,
                        (double) image.statistics().get(channel.id(), figure),
                        counts);
            }
        }
    }

    /** Nobody wants it any more; one that the venue refuses is still wanted by a person. */
    private static boolean isLeft(CountersImage image, ChannelRecord channel) {
        return !ChannelHealth.isWanted(image.statistics(), channel.id())
                && !channel.reason().startsWith(ChannelStatus.REFUSED);
    }

    private static Map<Figure, String> counted() {
        Map<Figure, String> counted = new LinkedHashMap<>();
        counted.put(Figure.FRAMES, "hayate_channel_frames");
        counted.put(Figure.GAPS, "hayate_channel_gaps");
        counted.put(Figure.DROPPED, "hayate_channel_dropped");
        counted.put(Figure.CONFLATED, "hayate_channel_conflated");
        counted.put(Figure.RESYNCS, "hayate_channel_resyncs");
        counted.put(Figure.CHECKSUMS_PASSED, "hayate_channel_checksums_passed");
        counted.put(Figure.CHECKSUMS_FAILED, "hayate_channel_checksums_failed");
        return counted;
    }

    private HistogramSnapshot latency() {
        HistogramSnapshot.Builder all =
                HistogramSnapshot.builder()
                        .name("hayate_tick_to_trade_seconds")
                        .help("from a tick in the socket to the order that it led to, by stage");
        for (Stage stage : Stage.values()) {
            LatencyTimes times = tickToTrade.of(stage).times();
            ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
            long below = 0;
            for (double bound : BOUNDS_S) {
                long upTo = times.countUpTo(Math.round(bound * NS));
                buckets.bucket(bound, upTo - below);
                below = upTo;
            }
            buckets.bucket(Double.POSITIVE_INFINITY, times.count() - below);
            all.dataPoint(
                    HistogramSnapshot.HistogramDataPointSnapshot.builder()
                            .labels(Labels.of("stage", stage.word()))
                            .classicHistogramBuckets(buckets.build())
                            .sum(times.sumNs() / NS)
                            .build());
        }
        return all.build();
    }
}
