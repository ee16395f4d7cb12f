package io.hayate.run;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.engine.Engine;
import io.hayate.order.OrderRefusals;
import io.hayate.portfolio.Portfolio;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategies;
import java.io.IOException;

/** What each of several strategies has come to, for programs; of one that runs alone the list is empty. */
final class StrategiesJson {
    private final Engine engine;

    StrategiesJson(Engine engine) {
        this.engine = engine;
    }

    /** Writes the field {@code strategies}. */
    void write(JsonGenerator json) throws IOException {
        Strategies strategies = engine.strategies();
        json.writeArrayFieldStart("strategies");
        for (int i = 0; i < strategies.size() && strategies.number(i) > 0; i++) {
            json.writeStartObject();
            json.writeStringField("name", strategies.name(i));
            json.writeStringField("state", strategies.state(i));
            json.writeNumberField("openOrders", strategies.openOrders(i));
            json.writeNumberField("refused", refused(strategies.number(i)));
            Portfolio own = engine.positions().of(strategies.number(i)).portfolio();
            new PortfolioJson(own, engine.instruments()).write(json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private long refused(int strategy) {
        OrderRefusals refusals = engine.refusals();
        long sum = 0;
        for (RiskVerdict reason : RiskVerdict.values()) {
            sum += refusals.get(strategy, reason);
        }
        return sum;
    }
}
