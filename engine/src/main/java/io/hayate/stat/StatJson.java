package io.hayate.stat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.market.ChannelHealth;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Gauge;
import io.hayate.metrics.Gauges;
import io.hayate.metrics.Stage;
import io.hayate.metrics.file.ChannelRecord;
import io.hayate.metrics.file.CounterRecord;
import io.hayate.metrics.file.CountersImage;
import io.hayate.metrics.file.ErrorRecord;
import io.hayate.metrics.file.ImageHeader;
import io.hayate.model.Printable;
import io.hayate.report.StageTimes;
import io.hayate.view.summary.SummaryFields;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/**
 * An engine's figures for programs: one JSON object, on one line, its fields named as the summary's. Numbers
 * that are unknown are null; money is to 8 decimals.
 */
public final class StatJson {
    private final StatFigures now;
    private final JsonGenerator json;

    private StatJson(StatFigures now, JsonGenerator json) {
        this.now = now;
        this.json = json;
    }

    /**
     * The line, ended.
     *
     * @param before the reading before, for rates; null for none
     */
    public static String of(FoundEngine found, StatFigures before) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            new StatJson(new StatFigures(found.image()), json).write(found, before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Printable.json(text.append('\n').toString());
    }

    private void write(FoundEngine found, StatFigures before) throws IOException {
        json.writeStartObject();
        writeEngine(found);
        writeState();
        writeRates(before);
        writeFlow();
        CountersImage image = found.image();
        SummaryFields fields =
                new SummaryFields(
                        json, now.counters(), image.statistics(), image.channels().size());
        fields.totals(
                now.count(Gauge.ORDERS_OPEN),
                now.count(Gauge.OTHER_WRITERS),
                now.count(Gauge.ORDERS_FOREIGN));
        json.writeNumberField("ordersDoubtful", now.count(Gauge.ORDERS_DOUBTFUL));
        json.writeNumberField("journalLost", now.counters().get(Counter.JOURNAL_LOST));
        writeFiles();
        new MoneyJson(now, json).write();
        json.writeArrayFieldStart("channels");
        for (ChannelRecord channel : image.channels()) {
            writeChannel(channel, fields);
        }
        json.writeEndArray();
        writeLatency();
        writeErrors(image.errors());
        json.writeEndObject();
    }

    private void writeEngine(FoundEngine found) throws IOException {
        ImageHeader header = found.image().header();
        json.writeNumberField("pid", header.pid());
        json.writeBooleanField("running", found.isRunning());
        json.writeBooleanField("ended", header.isEnded());
        json.writeStringField("startedAt", Instant.ofEpochMilli(header.startMs()).toString());
        json.writeStringField("writtenAt", Instant.ofEpochMilli(header.heartbeatMs()).toString());
        json.writeStringField("file", found.file().toString());
        for (String key : List.of("hayate", "java", "state", "venue", "strategy")) {
            json.writeStringField(key, header.text(key));
        }
        json.writeBooleanField("paper", now.is(Gauge.PAPER));
    }

    private void writeState() throws IOException {
        json.writeStringField("session", now.words(Gauge.SESSION));
        json.writeBooleanField("everLive", now.is(Gauge.EVER_LIVE));
        state("halted", Gauge.HALTED);
        json.writeObjectFieldStart("account");
        json.writeBooleanField("inDoubt", now.is(Gauge.IN_DOUBT));
        json.writeStringField("doubt", now.words(Gauge.IN_DOUBT));
        json.writeStringField("missing", now.words(Gauge.NOT_READY));
        json.writeEndObject();
        json.writeObjectFieldStart("clock");
        number("offsetMs", now.ms(Gauge.CLOCK_OFFSET));
        number("roundTripMs", now.ms(Gauge.ROUND_TRIP));
        json.writeEndObject();
    }

    private void state(String name, Gauge gauge) throws IOException {
        json.writeBooleanField(name, now.is(gauge));
        json.writeStringField(name + "Why", now.words(gauge));
    }

    private void number(String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }

    private void writeRates(StatFigures before) throws IOException {
        Rates rates = before == null ? null : new Rates(before, now);
        if (rates != null && rates.areKnown()) {
            json.writeObjectFieldStart("rates");
            number("frames", rates.of(Counter.FRAMES));
            number("events", rates.of(Counter.EVENTS));
            number("ordersSent", rates.of(Counter.ORDERS_SENT));
            number("fills", rates.of(Counter.FILLS));
            number("updatesDropped", rates.of(Counter.UPDATES_DROPPED));
            json.writeEndObject();
        }
    }

    private void writeFlow() throws IOException {
        json.writeObjectFieldStart("ring");
        gauge("depth", Gauge.RING_DEPTH);
        gauge("capacity", Gauge.RING_CAPACITY);
        json.writeNumberField("oldestUs", now.counters().get(Counter.RING_AGE_US));
        json.writeEndObject();
        json.writeNumberField("linesDropped", now.count(Gauge.LINES_DROPPED));
        gauge("connections", Gauge.CONNECTIONS);
        json.writeObjectFieldStart("allocation");
        gauge("bytes", Gauge.ALLOCATED);
        gauge("events", Gauge.ALLOCATED_EVENTS);
        gauge("samples", Gauge.ALLOCATED_SAMPLES);
        gauge("samplesWithBytes", Gauge.ALLOCATED_SAMPLES_WITH_BYTES);
        json.writeEndObject();
        json.writeObjectFieldStart("ticks");
        for (CounterRecord each : now.all(Gauge.TICKS)) {
            json.writeNumberField(each.second(), each.value());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("ordersRefusedBy");
        for (CounterRecord each : now.all(Gauge.REFUSED)) {
            json.writeNumberField(each.second(), each.value());
        }
        json.writeEndObject();
    }

    private void gauge(String name, Gauge gauge) throws IOException {
        if (now.get(gauge) == Gauges.UNKNOWN) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, now.get(gauge));
        }
    }

    private void writeFiles() throws IOException {
        if (now.has(Gauge.JOURNAL_BYTES)) {
            json.writeObjectFieldStart("journal");
            gauge("bytes", Gauge.JOURNAL_BYTES);
            gauge("segment", Gauge.JOURNAL_SEGMENT);
            state("trouble", Gauge.JOURNAL_TROUBLE);
            json.writeEndObject();
        }
        if (now.has(Gauge.RECORDER_WRITTEN)) {
            json.writeObjectFieldStart("recording");
            gauge("written", Gauge.RECORDER_WRITTEN);
            gauge("lost", Gauge.RECORDER_LOST);
            gauge("bytes", Gauge.RECORDER_BYTES);
            state("stopped", Gauge.RECORDER_STOPPED);
            json.writeEndObject();
        }
    }

    private void writeChannel(ChannelRecord channel, SummaryFields fields) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", channel.id());
        json.writeStringField("name", channel.name());
        json.writeStringField("channel", channel.kind());
        fields.channel(channel.id(), ChannelHealth.text(now.image().statistics(), channel.id()));
        json.writeStringField("why", channel.reason());
        json.writeEndObject();
    }

    private void writeLatency() throws IOException {
        json.writeObjectFieldStart("latencyNs");
        for (Stage stage : Stage.values()) {
            StageTimes times = now.times(stage);
            if (times.count() > 0) {
                json.writeObjectFieldStart(stage.word());
                json.writeNumberField("count", times.count());
                json.writeNumberField("p50", times.p50Ns());
                json.writeNumberField("p90", times.p90Ns());
                json.writeNumberField("p99", times.p99Ns());
                json.writeNumberField("p999", times.p999Ns());
                json.writeNumberField("max", times.maxNs());
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private void writeErrors(List<ErrorRecord> errors) throws IOException {
        json.writeArrayFieldStart("errors");
        for (ErrorRecord each : errors) {
            json.writeStartObject();
            json.writeNumberField("count", each.count());
            json.writeStringField("firstAt", Instant.ofEpochMilli(each.firstMs()).toString());
            json.writeStringField("lastAt", Instant.ofEpochMilli(each.lastMs()).toString());
            json.writeStringField("text", each.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("errorsBeyond", now.count(Gauge.ERRORS_BEYOND));
        json.writeNumberField("figuresBeyond", now.count(Gauge.NO_ROOM));
    }
}
