package io.hayate.stat;

import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.metrics.Gauge;
import io.hayate.metrics.Gauges;
import io.hayate.metrics.Stage;
import io.hayate.metrics.file.CounterRecord;
import io.hayate.metrics.file.CountersImage;
import io.hayate.report.StageTimes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@link CountersImage} by name: what was counted, gauges with their keys, texts behind states. */
public final class StatFigures {
    private static final int DECIMALS = 8;

    private final CountersImage image;
    private final Counters counters = new Counters();
    private final Map<Integer, List<CounterRecord>> byType = new HashMap<>();

    /** The figures of one image. */
    public StatFigures(CountersImage image) {
        this.image = image;
        image.counters()
                .forEach(
                        each ->
                                byType.computeIfAbsent(each.typeId(), id -> new ArrayList<>())
                                        .add(each));
        for (Counter counter : Counter.values()) {
            of(counter.typeId()).forEach(each -> counters.add(counter, each.value()));
        }
    }

    private List<CounterRecord> of(int typeId) {
        return byType.getOrDefault(typeId, List.of());
    }

    /** The image itself. */
    public CountersImage image() {
        return image;
    }

    /** What was counted, of all threads together. */
    public Counters counters() {
        return counters;
    }

    /** All of one gauge, each with its keys. */
    public List<CounterRecord> all(Gauge gauge) {
        return of(gauge.typeId());
    }

    /** Those of one gauge whose first key is this, such as a strategy's name. */
    public List<CounterRecord> all(Gauge gauge, String first) {
        return all(gauge).stream().filter(each -> each.first().equals(first)).toList();
    }

    /** True when it was written at all. */
    public boolean has(Gauge gauge) {
        return !all(gauge).isEmpty();
    }

    /** A gauge without keys; {@link Gauges#UNKNOWN} where it was not written. */
    public long get(Gauge gauge) {
        return get(gauge, "", "");
    }

    /** A gauge by its keys; {@link Gauges#UNKNOWN} where it was not written. */
    public long get(Gauge gauge, String first, String second) {
        return all(gauge, first).stream()
                .filter(each -> each.second().equals(second))
                .mapToLong(CounterRecord::value)
                .findFirst()
                .orElse(Gauges.UNKNOWN);
    }

    /** A gauge without keys that counts: 0 where it was not written. */
    public long count(Gauge gauge) {
        long value = get(gauge);
        return value == Gauges.UNKNOWN ? 0 : value;
    }

    /** True while a state without keys holds. */
    public boolean is(Gauge gauge) {
        return get(gauge) == 1;
    }

    /** The words behind a state without keys; empty for none. */
    public String words(Gauge gauge) {
        return all(gauge).isEmpty() ? "" : words(gauge, all(gauge).get(0));
    }

    /** The words behind a state. */
    public static String words(Gauge gauge, CounterRecord record) {
        String start = Gauges.label(gauge, record.first(), record.second()) + ": ";
        return record.label().startsWith(start) ? record.label().substring(start.length()) : "";
    }

    /** In ms what a gauge has in ns; NaN while it is not known. */
    public double ms(Gauge gauge) {
        long ns = get(gauge);
        return ns == Gauges.UNKNOWN ? Double.NaN : ns / 1e6;
    }

    /** Units of 1e-8 as a number, with all their decimals; null while not known. */
    public static BigDecimal money(long units) {
        return units == Gauges.UNKNOWN ? null : BigDecimal.valueOf(units, DECIMALS);
    }

    /** What was measured of a stage. */
    public StageTimes times(Stage stage) {
        return new StageTimes(
                time(Gauge.LATENCY_COUNT, stage),
                time(Gauge.LATENCY_P50, stage),
                time(Gauge.LATENCY_P90, stage),
                time(Gauge.LATENCY_P99, stage),
                time(Gauge.LATENCY_P999, stage),
                time(Gauge.LATENCY_MAX, stage));
    }

    private long time(Gauge gauge, Stage stage) {
        return Math.max(0, get(gauge, "", stage.word()));
    }
}
