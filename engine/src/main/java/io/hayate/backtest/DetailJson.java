package io.hayate.backtest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.backtest.result.BacktestResult;
import io.hayate.backtest.result.Curve;
import io.hayate.backtest.result.FillMarks;
import io.hayate.backtest.result.RunCurves;
import io.hayate.metrics.LatencyHistogram;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The curves of one run, for programs. A point is a column of a {@link Curve}: {@code [ms since 1970,
 * first, least, greatest, last]}.
 */
final class DetailJson {
    private static final long NS_PER_MS = 1_000_000;

    private final JsonGenerator json;
    private final long startMs;

    DetailJson(JsonGenerator json, long startMs) {
        this.json = json;
        this.startMs = startMs;
    }

    void write(BacktestResult result) throws IOException {
        json.writeObjectFieldStart("detail");
        ResultFields.parameters(result, json);
        json.writeObjectFieldStart("latency");
        latency("order", result.detail().order());
        latency("feed", result.detail().feed());
        json.writeEndObject();
        RunCurves curves = result.detail().curves();
        json.writeObjectFieldStart("money");
        for (Map.Entry<String, RunCurves.Equity> each : curves.equities().entrySet()) {
            json.writeObjectFieldStart(each.getKey());
            curve("profit", each.getValue().equity());
            curve("fall", each.getValue().fall());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeObjectFieldStart("symbols");
        for (Map.Entry<String, RunCurves.Pair> each : curves.traded().entrySet()) {
            json.writeObjectFieldStart(each.getKey());
            curve("price", each.getValue().price());
            curve("position", each.getValue().position());
            marks(each.getValue().fills().all());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void latency(String name, LatencyHistogram times) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("count", times.count());
        json.writeNumberField("p50Ns", times.percentileNs(50));
        json.writeNumberField("p90Ns", times.percentileNs(90));
        json.writeNumberField("p99Ns", times.percentileNs(99));
        json.writeNumberField("maxNs", times.percentileNs(100));
        json.writeEndObject();
    }

    private void curve(String name, Curve curve) throws IOException {
        json.writeArrayFieldStart(name);
        for (Curve.Column column : curve.columns()) {
            json.writeStartArray();
            json.writeNumber(startMs + column.timeNs() / NS_PER_MS);
            json.writeString(ResultFields.plain(column.first()));
            json.writeString(ResultFields.plain(column.least()));
            json.writeString(ResultFields.plain(column.most()));
            json.writeString(ResultFields.plain(column.last()));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void marks(List<FillMarks.Mark> marks) throws IOException {
        json.writeArrayFieldStart("fills");
        for (FillMarks.Mark mark : marks) {
            json.writeStartObject();
            json.writeNumberField("fromMs", startMs + mark.timeNs() / NS_PER_MS);
            json.writeStringField("side", mark.isBuy() ? "buy" : "sell");
            json.writeNumberField("count", mark.count());
            json.writeNumberField("maker", mark.makers());
            json.writeNumberField("byModel", mark.guessed());
            json.writeStringField("amount", ResultFields.plain(mark.amount()));
            json.writeStringField("priceMin", ResultFields.plain(mark.least()));
            json.writeStringField("priceMax", ResultFields.plain(mark.most()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
