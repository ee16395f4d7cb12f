package io.hayate.backtest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.backtest.compare.FillComparison;
import io.hayate.backtest.result.BacktestResult;
import io.hayate.backtest.result.QueueBins;
import io.hayate.backtest.result.SweepOutcome;
import io.hayate.backtest.result.SweepResult;
import io.hayate.venue.mirror.MirrorCount;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of a backtest, for programs: one JSON object; amounts as texts, exact. */
final class BacktestJson {
    private final PrintWriter out;

    BacktestJson(PrintWriter out) {
        this.out = out;
    }

    /**
     * Writes all.
     *
     * @param fills beside those of a journal; null for none
     */
    void write(Recorded recorded, BacktestConfig config, SweepResult result, FillComparison fills)
            throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("strategy", config.run().engine().strategy().title());
            json.writeStringField("latency", config.latency().toString());
            json.writeStringField("queueModel", config.model().text());
            json.writeNumberField("seed", config.run().venue().seed());
            coverage(recorded, json);
            json.writeArrayFieldStart("results");
            for (SweepOutcome outcome : result.outcomes()) {
                outcome(outcome, json);
            }
            json.writeEndArray();
            if (result.detailed() != null) {
                new DetailJson(json, recorded.startMs()).write(result.detailed().chosen());
            }
            if (fills != null) {
                comparison(fills, json);
            }
            json.writeEndObject();
        }
        out.println();
    }

    private static void comparison(FillComparison fills, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("comparison");
        json.writeNumberField("liveOrders", fills.liveOrders());
        json.writeNumberField("backtestOrders", fills.testedOrders());
        json.writeNumberField("alike", fills.alike());
        json.writeNumberField("share", fills.share());
        json.writeNumberField("filledInBoth", fills.prices().orders());
        json.writeNumberField("pricesApartPercent", fills.prices().apartPercent());
        json.writeNumberField("pricesWorsePercent", fills.prices().worsePercent());
        json.writeArrayFieldStart("odd");
        for (FillComparison.Odd odd : fills.odd()) {
            json.writeStartObject();
            json.writeNumberField("timeMs", odd.order().timeMs());
            json.writeNumberField("clientOrderId", odd.order().clientOrderId());
            json.writeStringField("symbol", odd.order().symbol());
            json.writeStringField("side", odd.order().side().name());
            json.writeStringField("amount", ResultFields.plain(odd.amount()));
            json.writeStringField("price", ResultFields.plain(odd.price()));
            json.writeStringField("why", odd.why().name());
            json.writeStringField("words", odd.words());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void coverage(Recorded recorded, JsonGenerator json) throws IOException {
        Coverage coverage = recorded.coverage();
        json.writeObjectFieldStart("recording");
        json.writeStringField("path", recorded.path().toString());
        json.writeNumberField("fromMs", coverage.firstMs());
        json.writeNumberField("toMs", coverage.lastMs());
        json.writeNumberField("gapMs", coverage.gapMs());
        json.writeArrayFieldStart("gaps");
        for (Coverage.Gap gap : coverage.gaps()) {
            json.writeStartObject();
            json.writeNumberField("fromMs", gap.fromMs());
            json.writeNumberField("lengthMs", gap.lengthMs());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("lost", coverage.lost());
        json.writeNumberField("reordered", coverage.reordered());
        for (MirrorCount what : MirrorCount.values()) {
            json.writeNumberField(what.name().toLowerCase(Locale.ROOT), recorded.counts().of(what));
        }
        json.writeArrayFieldStart("symbols");
        for (var listing : recorded.listings()) {
            json.writeString(listing.symbol());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void outcome(SweepOutcome outcome, JsonGenerator json) throws IOException {
        json.writeStartObject();
        ResultFields.parameters(outcome.chosen(), json);
        result(outcome.chosen(), json);
        bound("pessimistic", outcome.pessimistic(), json);
        bound("optimistic", outcome.optimistic(), json);
        json.writeEndObject();
    }

    private static void bound(String name, BacktestResult result, JsonGenerator json)
            throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("queueModel", result.model().text());
        result(result, json);
        json.writeEndObject();
    }

    private static void result(BacktestResult result, JsonGenerator json) throws IOException {
        json.writeNumberField("ordersSent", result.orders().sent());
        json.writeNumberField("ordersRefused", result.orders().refused());
        json.writeNumberField("ordersRejected", result.orders().rejected());
        json.writeStringField("firstRejection", result.orders().why());
        json.writeNumberField("fills", result.fills().count());
        json.writeNumberField("makerFills", result.fills().makers());
        json.writeNumberField("makerFillsByModel", result.fills().uncertain());
        places(result.fills().places(), json);
        json.writeObjectFieldStart("money");
        for (Map.Entry<String, BacktestResult.Money> each : result.money().entrySet()) {
            json.writeObjectFieldStart(each.getKey());
            money(each.getValue(), json);
            json.writeEndObject();
        }
        json.writeEndObject();
        amounts("fees", result.held().fees(), json);
        amounts("positions", result.held().positions(), json);
        json.writeStringField("complaint", result.complaint());
    }

    private static void places(List<QueueBins.Bin> places, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("queuePlaces");
        for (QueueBins.Bin place : places) {
            json.writeStartObject();
            json.writeStringField("ahead", place.label());
            json.writeNumberField("orders", place.orders());
            json.writeNumberField("filled", place.whole());
            json.writeNumberField("filledInPart", place.partly());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void money(BacktestResult.Money money, JsonGenerator json) throws IOException {
        json.writeStringField("profit", ResultFields.plain(money.profit()));
        json.writeStringField("drawdown", ResultFields.plain(money.drawdown()));
        json.writeStringField("spread", ResultFields.plain(money.causes().spread()));
        json.writeStringField("fees", ResultFields.plain(money.causes().fees()));
        json.writeStringField("inventory", ResultFields.plain(money.causes().inventory()));
    }

    private static void amounts(String name, Map<String, BigDecimal> amounts, JsonGenerator json)
            throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, BigDecimal> each : amounts.entrySet()) {
            json.writeStringField(each.getKey(), ResultFields.plain(each.getValue()));
        }
        json.writeEndObject();
    }
}
