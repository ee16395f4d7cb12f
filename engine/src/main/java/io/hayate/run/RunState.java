package io.hayate.run;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.engine.Engine;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.metrics.LatencyTimes;
import io.hayate.metrics.Stage;
import io.hayate.model.MarketChannel;
import io.hayate.portfolio.Currencies;
import io.hayate.portfolio.Holding;
import io.hayate.portfolio.Portfolio;
import io.hayate.portfolio.Totals;
import io.hayate.strategy.Strategies;
import io.hayate.view.web.LiveMoment;
import io.hayate.view.web.LiveState;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** What a page shows of an engine, beside what it was told. Thread {@code web}. */
final class RunState implements LiveState {
    private static final double MILLION = 1e6;

    private final Engine engine;
    private final StrategyAnswers strategies;
    private final URI url;
    private final boolean isPaper;
    private final ChannelFigures channels;
    private final Totals totals;

    /**
     * Reads these.
     *
     * @param strategies know what each is configured with
     */
    RunState(Engine engine, StrategyAnswers strategies, URI url, boolean isPaper) {
        this.engine = engine;
        this.strategies = strategies;
        this.url = url;
        this.isPaper = isPaper;
        channels = new ChannelFigures(engine);
        totals = new Totals(engine.positions().portfolio());
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStringField("session", engine.state().name());
        json.writeStringField("venue", url.toString());
        json.writeBooleanField("paper", isPaper);
        json.writeStringField("halted", engine.halt().isAsked() ? engine.halt().reason() : "");
        json.writeObjectFieldStart("totals");
        json.writeNumberField("ordersOpen", engine.openOrders());
        json.writeEndObject();
        new PortfolioJson(engine.positions().portfolio(), engine.instruments()).write(json);
        writeStrategies(json);
        writeLatency(json);
        writeChannels(json);
        writeFacts(json);
    }

    @Override
    public LiveMoment moment() {
        long depth = engine.path().ring().size();
        long ageUs = engine.counters().get(Counter.RING_AGE_US);
        Currencies currencies = engine.positions().portfolio().currencies();
        for (int i = 0; i < currencies.count(); i++) {
            if (totals.read(i).instruments() > 0) {
                BigDecimal sum = totals.isWhole() ? Holding.shown(totals.equity()) : null;
                double equity = sum == null ? Double.NaN : sum.doubleValue();
                return new LiveMoment(currencies.name(i), equity, depth, ageUs);
            }
        }
        return new LiveMoment("", 0, depth, ageUs);
    }

    private void writeStrategies(JsonGenerator json) throws IOException {
        Strategies running = engine.strategies();
        json.writeArrayFieldStart("strategies");
        for (int i = 0; i < running.size(); i++) {
            json.writeStartObject();
            json.writeStringField("name", running.name(i));
            json.writeStringField("state", running.state(i));
            json.writeNumberField("openOrders", running.openOrders(i));
            json.writeObjectFieldStart("parameters");
            for (Map.Entry<String, String> each : strategies.parameters(i).entrySet()) {
                json.writeStringField(each.getKey(), each.getValue());
            }
            json.writeEndObject();
            Portfolio own = engine.positions().of(running.number(i)).portfolio();
            new PortfolioJson(own, engine.instruments()).write(json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeLatency(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("latency");
        for (Stage stage : Stage.values()) {
            LatencyTimes times = engine.tickToTrade().of(stage).times();
            json.writeStartObject();
            json.writeStringField("stage", stage.title());
            json.writeNumberField("p50", times.percentileNs(50));
            json.writeNumberField("p99", times.percentileNs(99));
            json.writeNumberField("p999", times.percentileNs(99.9));
            json.writeNumberField("max", times.maxNs());
            json.writeNumberField("count", times.count());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeChannels(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("channels");
        for (MarketChannel channel : channels.all()) {
            json.writeStartObject();
            json.writeNumberField("id", channel.id());
            json.writeStringField("name", channel.displayName());
            json.writeStringField("channel", channel.kind().wireName());
            json.writeStringField("instrument", instrument(channel));
            json.writeStringField("health", channels.healthText(channel));
            json.writeBooleanField("left", channels.isLeft(channel));
            json.writeNumberField("frames", channels.get(channel, Figure.FRAMES));
            json.writeNumberField("gaps", channels.get(channel, Figure.GAPS));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private String instrument(MarketChannel channel) {
        return engine.instruments().get(channel.instrumentId()).displayName();
    }

    private void writeFacts(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("engine");
        fact(json, "frames", count(Counter.FRAMES));
        fact(json, "events", count(Counter.EVENTS));
        fact(json, "oldest event in the ring", millis(engine.counters().get(Counter.RING_AGE_US)));
        fact(json, "updates dropped", count(Counter.UPDATES_DROPPED));
        fact(json, "reconnects", count(Counter.RECONNECTS));
        fact(json, "orders sent", count(Counter.ORDERS_SENT));
        fact(json, "orders refused here", count(Counter.ORDERS_REFUSED));
        fact(json, "orders rejected", count(Counter.ORDERS_REJECTED));
        fact(json, "orders of unknown outcome", count(Counter.ORDERS_UNKNOWN));
        fact(json, "fills", count(Counter.FILLS));
        fact(json, "orders of others", Integer.toString(engine.foreignOrders()));
        fact(json, "allocated, trading threads", count(engine.allocations().bytes()) + " B");
        fact(json, "round trip", decimals(engine.path().venueClock().roundTripMs()) + " ms");
        json.writeEndArray();
    }

    private static void fact(JsonGenerator json, String name, String value) throws IOException {
        json.writeStartArray();
        json.writeString(name);
        json.writeString(value);
        json.writeEndArray();
    }

    private String count(Counter counter) {
        return count(engine.counters().get(counter));
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String millis(long us) {
        return decimals(us * 1_000 / MILLION) + " ms";
    }

    private static String decimals(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.1f", value) : "unknown";
    }
}
