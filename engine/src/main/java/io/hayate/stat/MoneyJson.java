package io.hayate.stat;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.metrics.Gauge;
import io.hayate.metrics.file.CounterRecord;
import java.io.IOException;
import java.math.BigDecimal;

/** What the account and its strategies hold and have brought, as fields. */
final class MoneyJson {
    private final StatFigures now;
    private final JsonGenerator json;

    MoneyJson(StatFigures now, JsonGenerator json) {
        this.now = now;
        this.json = json;
    }

    /** Writes the fields {@code portfolio} and {@code strategies}. */
    void write() throws IOException {
        writePortfolio("");
        json.writeArrayFieldStart("strategies");
        for (CounterRecord each : now.all(Gauge.STRATEGY)) {
            String name = each.first();
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeStringField("state", StatFigures.words(Gauge.STRATEGY, each));
            json.writeNumberField(
                    "openOrders", Math.max(0, now.get(Gauge.STRATEGY_ORDERS, name, "")));
            json.writeNumberField(
                    "refused", Math.max(0, now.get(Gauge.STRATEGY_REFUSED, name, "")));
            if (!now.all(Gauge.POSITION, name).isEmpty()) {
                writePortfolio(name);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writePortfolio(String strategy) throws IOException {
        json.writeObjectFieldStart("portfolio");
        json.writeArrayFieldStart("instruments");
        for (CounterRecord each : now.all(Gauge.POSITION, strategy)) {
            String symbol = each.second();
            json.writeStartObject();
            json.writeStringField("symbol", symbol);
            money("position", each.value());
            money("realised", now.get(Gauge.REALISED, strategy, symbol));
            money("unrealised", now.get(Gauge.UNREALISED, strategy, symbol));
            money("mark", now.get(Gauge.MARK, strategy, symbol));
            json.writeNumberField("fills", Math.max(0, now.get(Gauge.FILLS_OF, strategy, symbol)));
            json.writeEndObject();
        }
        json.writeEndArray();
        writeCurrencies(strategy);
        json.writeEndObject();
    }

    private void writeCurrencies(String strategy) throws IOException {
        json.writeObjectFieldStart("currencies");
        for (CounterRecord each : now.all(Gauge.CURRENCY_REALISED, strategy)) {
            String currency = each.second();
            json.writeObjectFieldStart(currency);
            money("realised", each.value());
            money("unrealised", now.get(Gauge.CURRENCY_UNREALISED, strategy, currency));
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeObjectFieldStart("fees");
        for (CounterRecord each : now.all(Gauge.CURRENCY_FEES, strategy)) {
            money(each.second(), each.value());
        }
        json.writeEndObject();
    }

    private void money(String name, long units) throws IOException {
        BigDecimal money = StatFigures.money(units);
        if (money == null) {
            json.writeNullField(name);
        } else {
            json.writeFieldName(name);
            json.writeNumber(money.stripTrailingZeros().toPlainString());
        }
    }
}
