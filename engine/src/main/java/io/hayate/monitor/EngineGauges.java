package io.hayate.monitor;

import io.hayate.engine.Engine;
import io.hayate.event.AccountDoubt;
import io.hayate.event.AccountStanding;
import io.hayate.intake.VenueClock;
import io.hayate.journal.file.JournalSegments;
import io.hayate.metrics.AllocationMeter;
import io.hayate.metrics.Gauge;
import io.hayate.metrics.Gauges;
import io.hayate.metrics.Stage;
import io.hayate.model.Instrument;
import io.hayate.report.StageTimes;
import io.hayate.risk.RiskVerdict;

/** Writes what an engine knows of itself. Metrics thread. */
final class EngineGauges {
    private static final double NS_PER_MS = 1e6;

    private final Engine engine;
    private final RecorderFigures recorder;
    private final Gauges gauges;

    EngineGauges(Engine engine, RecorderFigures recorder, Gauges gauges) {
        this.engine = engine;
        this.recorder = recorder;
        this.gauges = gauges;
    }

    void write() {
        writeSession();
        writeAccount();
        writeFlow();
        writeAllocations();
        writeJournal();
        writeRecorder();
        for (Stage stage : Stage.values()) {
            writeTimes(stage);
        }
        writeInstruments();
        writeRefusals();
    }

    private void state(Gauge gauge, boolean isSo, String words) {
        gauges.state(gauge, "", "", isSo ? 1 : 0, isSo ? words : "");
    }

    private void writeSession() {
        var state = engine.state();
        gauges.state(Gauge.SESSION, "", "", state.code(), state.name());
        state(Gauge.EVER_LIVE, engine.path().session().hasEverBeenLive(), "");
        VenueClock clock = engine.path().venueClock();
        gauges.set(Gauge.CLOCK_OFFSET, ns(clock.clockOffsetMs()));
        gauges.set(Gauge.ROUND_TRIP, ns(clock.roundTripMs()));
    }

    private static long ns(double ms) {
        return Double.isFinite(ms) ? Math.round(ms * NS_PER_MS) : Gauges.UNKNOWN;
    }

    private void writeAccount() {
        state(Gauge.HALTED, engine.halt().isAsked(), engine.halt().reason());
        AccountDoubt doubt = engine.path().session().doubt();
        state(Gauge.IN_DOUBT, doubt.exists(), doubt.reason());
        AccountStanding standing = engine.path().standing();
        String missing = standing.hasEverBeenToldWhole() ? "" : standing.missing();
        state(Gauge.NOT_READY, !missing.isEmpty(), missing);
        gauges.set(Gauge.OTHER_WRITERS, engine.halt().otherWriters());
    }

    private void writeFlow() {
        gauges.set(Gauge.RING_DEPTH, engine.path().ring().size());
        gauges.set(Gauge.RING_CAPACITY, engine.path().ring().capacity());
        gauges.set(Gauge.ORDERS_OPEN, engine.openOrders());
        gauges.set(Gauge.ORDERS_DOUBTFUL, engine.path().orders().own().doubtful());
        gauges.set(Gauge.ORDERS_FOREIGN, engine.foreignOrders());
        gauges.set(Gauge.LINES_DROPPED, engine.notices().dropped());
    }

    private void writeAllocations() {
        AllocationMeter meter = engine.allocations();
        gauges.set(Gauge.ALLOCATED, meter.bytes());
        gauges.set(Gauge.ALLOCATED_EVENTS, meter.events());
        gauges.set(Gauge.ALLOCATED_SAMPLES, meter.samples());
        gauges.set(Gauge.ALLOCATED_SAMPLES_WITH_BYTES, meter.samplesWithBytes());
    }

    private void writeJournal() {
        JournalSegments journal = engine.journalFiles();
        if (journal != null) {
            gauges.set(Gauge.JOURNAL_BYTES, journal.bytes());
            gauges.set(Gauge.JOURNAL_SEGMENT, journal.segment());
            String trouble = journal.trouble();
            state(Gauge.JOURNAL_TROUBLE, trouble != null, trouble);
        }
    }

    private void writeRecorder() {
        if (recorder.isOn()) {
            gauges.set(Gauge.RECORDER_WRITTEN, recorder.written());
            gauges.set(Gauge.RECORDER_LOST, recorder.lost());
            gauges.set(Gauge.RECORDER_BYTES, recorder.bytes());
            String stopped = recorder.stopped();
            state(Gauge.RECORDER_STOPPED, !stopped.isEmpty(), stopped);
        }
    }

    private void writeTimes(Stage stage) {
        StageTimes times = StageTimes.of(engine.tickToTrade().of(stage).snapshot());
        String word = stage.word();
        gauges.set(Gauge.LATENCY_COUNT, "", word, times.count());
        gauges.set(Gauge.LATENCY_P50, "", word, times.p50Ns());
        gauges.set(Gauge.LATENCY_P90, "", word, times.p90Ns());
        gauges.set(Gauge.LATENCY_P99, "", word, times.p99Ns());
        gauges.set(Gauge.LATENCY_P999, "", word, times.p999Ns());
        gauges.set(Gauge.LATENCY_MAX, "", word, times.maxNs());
    }

    private void writeInstruments() {
        for (int id = 0; id < engine.instruments().count(); id++) {
            Instrument instrument = engine.instruments().get(id);
            gauges.set(Gauge.TICKS, "", instrument.symbol(), engine.ticks(id));
        }
    }

    private void writeRefusals() {
        for (RiskVerdict reason : RiskVerdict.values()) {
            long refused = engine.refusals().get(reason);
            if (refused > 0) {
                gauges.state(Gauge.REFUSED, "", reason.name(), refused, reason.reason());
            }
        }
    }
}
