package io.hayate.run;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.portfolio.ToldOffer;
import io.hayate.portfolio.ToldPosition;
import io.hayate.portfolio.VenueHoldings;
import java.io.IOException;
import java.math.BigDecimal;

/** Margin positions and funding offers as the venue told them last, for programs; null for what it did not. */
final class HoldingsJson {
    private final VenueHoldings holdings;

    HoldingsJson(VenueHoldings holdings) {
        this.holdings = holdings;
    }

    /** Writes the fields {@code margin} and {@code offers}. */
    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("margin");
        for (ToldPosition each : holdings.positions()) {
            write(each, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("offers");
        for (ToldOffer each : holdings.offers()) {
            write(each, json);
        }
        json.writeEndArray();
        boolean areMore = holdings.positionRows().areMore() || holdings.offerRows().areMore();
        json.writeBooleanField("moreAtVenue", areMore);
    }

    private static void write(ToldPosition told, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("symbol", told.symbol());
        json.writeNumberField("id", told.id());
        write(json, "amount", told.amount());
        write(json, "basePrice", told.basePrice());
        write(json, "funding", told.funding());
        write(json, "profit", told.profit());
        write(json, "profitPercent", told.profitPercent());
        write(json, "liquidationPrice", told.liquidationPrice());
        write(json, "leverage", told.leverage());
        write(json, "collateral", told.collateral());
        write(json, "collateralMin", told.collateralMin());
        json.writeEndObject();
    }

    private static void write(ToldOffer told, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("symbol", told.symbol());
        json.writeNumberField("id", told.id());
        json.writeStringField("type", told.type());
        write(json, "amount", told.amount());
        write(json, "originalAmount", told.originalAmount());
        write(json, "rate", told.rate());
        write(json, "period", told.period());
        write(json, "realRate", told.realRate());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeFieldName(name);
            json.writeNumber(BigDecimal.valueOf(value).toPlainString());
        } else {
            json.writeNullField(name);
        }
    }
}
