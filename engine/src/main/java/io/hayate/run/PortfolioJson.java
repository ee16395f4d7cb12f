package io.hayate.run;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.number.ExactSum;
import io.hayate.portfolio.Currencies;
import io.hayate.portfolio.Holding;
import io.hayate.portfolio.Portfolio;
import io.hayate.portfolio.Totals;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * What our fills have come to, for programs: sums rounded to 8 decimals, null for what is not known. Profit
 * and equity are by currency: none are summed up over currencies.
 */
final class PortfolioJson {
    private final Portfolio portfolio;
    private final Instruments instruments;
    private final Holding held = new Holding();
    private final ExactSum sum = new ExactSum();
    private final Totals totals;

    PortfolioJson(Portfolio portfolio, Instruments instruments) {
        this.portfolio = portfolio;
        this.instruments = instruments;
        totals = new Totals(portfolio);
    }

    /** Writes the field {@code portfolio}. */
    void write(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("portfolio");
        json.writeStringField("method", "average cost");
        json.writeArrayFieldStart("instruments");
        for (int i = 0; i < portfolio.tradedCount(); i++) {
            writeHolding(instruments.get(portfolio.traded(i)), json);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("currencies");
        for (int i = 0; i < portfolio.currencies().count(); i++) {
            writeCurrency(i, json);
        }
        json.writeEndObject();
        new HoldingsJson(portfolio.atVenue()).write(json);
        json.writeEndObject();
    }

    private void writeHolding(Instrument instrument, JsonGenerator json) throws IOException {
        portfolio.read(instrument.id(), held);
        json.writeStartObject();
        json.writeStringField("symbol", instrument.symbol());
        json.writeStringField("base", instrument.base());
        json.writeStringField("quote", instrument.quote());
        json.writeNumberField("position", BigDecimal.valueOf(held.units(), 8));
        json.writeNumberField("sellable", BigDecimal.valueOf(held.sellableUnits(), 8));
        write(json, "averagePrice", held.averageShown());
        write(json, "realised", Holding.shown(held.realised()));
        write(json, "unrealised", held.unrealisedProfit());
        write(json, "mark", held.mark());
        json.writeNumberField("markTimeMs", held.markTimeMs());
        write(json, "baseFees", Holding.shown(held.baseFees()));
        write(json, "quoteFees", Holding.shown(held.quoteFees()));
        json.writeNumberField("fills", held.fills());
        json.writeNumberField("estimated", BigDecimal.valueOf(held.estimatedUnits(), 8));
        json.writeEndObject();
    }

    private void writeCurrency(int number, JsonGenerator json) throws IOException {
        Currencies currencies = portfolio.currencies();
        portfolio.readFees(number, sum);
        totals.read(number);
        if (totals.instruments() == 0 && sum.isZero()) {
            return;
        }
        json.writeObjectFieldStart(currencies.name(number));
        write(json, "fees", Holding.shown(sum));
        if (totals.instruments() > 0) {
            write(json, "realised", Holding.shown(totals.realised()));
            write(json, "unrealised", totals.unrealised());
            write(json, "equity", totals.isWhole() ? Holding.shown(totals.equity()) : null);
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, BigDecimal value)
            throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeFieldName(name);
            json.writeNumber(value.toPlainString());
        }
    }

    private static void write(JsonGenerator json, String name, double value) throws IOException {
        write(json, name, Double.isFinite(value) ? BigDecimal.valueOf(value) : null);
    }
}
