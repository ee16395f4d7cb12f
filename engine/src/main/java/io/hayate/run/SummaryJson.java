package io.hayate.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.engine.Engine;
import io.hayate.event.AccountStanding;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.ChannelSpec;
import io.hayate.model.MarketChannel;
import io.hayate.model.Printable;
import io.hayate.risk.RiskVerdict;
import io.hayate.view.summary.SummaryFields;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;

/**
 * What a session came to, for programs: one JSON object, on one line. Numbers that are unknown are
 * null. For any thread but the trading ones.
 */
final class SummaryJson {
    private final Engine engine;
    private final ChannelFigures channels;
    private final boolean isPaper;

    /** Figures of an engine whose orders may be of paper. */
    SummaryJson(Engine engine, boolean isPaper) {
        this.engine = engine;
        this.isPaper = isPaper;
        channels = new ChannelFigures(engine);
    }

    String text(URI url, Instant start, Instant end) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("venue", url.toString());
            json.writeBooleanField("paper", isPaper);
            json.writeStringField("java", System.getProperty("java.version"));
            json.writeStringField("startedAt", start.toString());
            json.writeStringField("endedAt", end.toString());
            writeClock(json);
            writeAllocation(json);
            json.writeNumberField("connections", connections());
            writeAccount(json);
            fields(json)
                    .totals(
                            engine.openOrders(),
                            engine.halt().otherWriters(),
                            engine.foreignOrders());
            new PortfolioJson(engine.positions().portfolio(), engine.instruments()).write(json);
            new StrategiesJson(engine).write(json);
            writeRefusals(json);
            json.writeArrayFieldStart("channels");
            for (MarketChannel channel : channels.all()) {
                write(channel, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return Printable.json(text.append('\n').toString());
    }

    /** Those that market data came on last. */
    private long connections() {
        return channels.all().stream()
                .mapToLong(channel -> channels.get(channel, Figure.CONNECTION))
                .filter(number -> number > 0)
                .distinct()
                .count();
    }

    private void writeClock(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("clock");
        write(json, "offsetMs", engine.path().venueClock().clockOffsetMs());
        write(json, "roundTripMs", engine.path().venueClock().roundTripMs());
        json.writeEndObject();
    }

    private void writeAllocation(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("allocation");
        write(json, "bytesPerEvent", engine.allocations().bytesPerEvent().orElse(Double.NaN));
        json.writeNumberField("bytes", engine.allocations().bytes());
        json.writeNumberField("samples", engine.allocations().samples());
        json.writeNumberField("samplesWithBytes", engine.allocations().samplesWithBytes());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }

    private void writeAccount(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("account");
        json.writeBooleanField("inDoubt", engine.path().session().doubt().exists());
        json.writeStringField("doubt", engine.path().session().doubt().reason());
        AccountStanding standing = engine.path().standing();
        boolean wasToldWhole = standing.hasEverBeenToldWhole();
        json.writeBooleanField("toldWhole", wasToldWhole);
        json.writeStringField("missing", wasToldWhole ? "" : standing.missing());
        json.writeEndObject();
    }

    private void writeRefusals(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("ordersRefusedBy");
        for (RiskVerdict reason : RiskVerdict.values()) {
            if (!reason.isAccepted()) {
                json.writeNumberField(reason.name(), engine.refusals().get(reason));
            }
        }
        json.writeEndObject();
    }

    private void write(MarketChannel channel, JsonGenerator json) throws IOException {
        ChannelSpec spec = channel.spec();
        json.writeStartObject();
        json.writeNumberField("id", channel.id());
        json.writeStringField("name", channel.displayName());
        json.writeStringField("channel", spec.channel().wireName());
        json.writeStringField("symbol", spec.symbol());
        json.writeStringField("key", spec.key());
        json.writeStringField("precision", spec.precision() == null ? "" : spec.precision().name());
        json.writeStringField("frequency", spec.frequency());
        json.writeNumberField("length", spec.length());
        fields(json).channel(channel.id(), channels.healthText(channel));
        json.writeEndObject();
    }

    private SummaryFields fields(JsonGenerator json) {
        return new SummaryFields(
                json, engine.counters(), engine.statistics(), engine.channels().count());
    }
}
