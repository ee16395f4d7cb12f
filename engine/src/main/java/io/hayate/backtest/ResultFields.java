package io.hayate.backtest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.backtest.result.BacktestResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;

/** Fields that several objects of a backtest's JSON have. */
final class ResultFields {
    private ResultFields() {}

    static void parameters(BacktestResult result, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("parameters");
        for (Map.Entry<String, String> each : result.parameters().entrySet()) {
            json.writeStringField(each.getKey(), each.getValue());
        }
        json.writeEndObject();
    }

    /** An amount, exact. */
    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
