package io.hayate.story;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sum of an order for programs, and in words. */
final class OrderSums {
    private static final MathContext AVERAGE = new MathContext(17);
    private static final MathContext SHOWN = new MathContext(10);

    private OrderSums() {}

    static Map<String, Object> of(JournalOrder order) {
        FieldMap fields = new FieldMap().put("clientOrderId", order.clientOrderId);
        fields.putNumber("orderId", order.orderId).put("instrument", order.symbol);
        fields.put("origin", order.terms.get("origin")).put("strategy", order.strategy());
        fields.put("side", order.terms.get("side")).put("orderType", order.terms.get("orderType"));
        fields.put("amount", Exact.units(order.amountUnits));
        fields.put("price", order.terms.get("price")).putNumber("group", order.group);
        fields.put("askedAt", Clock.iso(order.asked.timeMs()));
        fields.put("status", order.status).put("open", !order.isEnded());
        fields.put("endedAt", order.isEnded() ? Clock.iso(order.endedMs) : null);
        fields.put("neverLeft", order.neverLeft).put("verdict", order.verdict);
        fields.put("doubt", order.doubt).put("filledAmount", Exact.units(order.filled.units()));
        fields.put("fills", order.filled.fills());
        fields.put("averagePrice", Exact.text(average(order)));
        fields.put(
                "adoptedAmount",
                order.filled.adoptedUnits() > 0 ? Exact.units(order.filled.adoptedUnits()) : null);
        return fields.put("fees", fees(order)).map();
    }

    private static Map<String, Object> fees(JournalOrder order) {
        Map<String, Object> fees = new LinkedHashMap<>();
        order.filled.fees().forEach((currency, fee) -> fees.put(currency, Exact.text(fee)));
        return fees;
    }

    private static BigDecimal average(JournalOrder order) {
        BigDecimal amount = Exact.ofUnits(order.filled.counted());
        boolean isKnown = amount.signum() > 0 && order.filled.value().signum() != 0;
        return isKnown ? order.filled.value().divide(amount, AVERAGE) : null;
    }

    /** What became of it: {@code FILLED at 9500}, {@code CANCELED, 0.004 of 0.01 filled at 9500}. */
    static String state(JournalOrder order) {
        if (order.neverLeft != null) {
            return order.status + ": " + order.neverLeft;
        }
        boolean isWhole = order.isEnded() && order.filled.units() == order.amountUnits;
        String filled =
                ", "
                        + Exact.units(order.filled.units())
                        + " of "
                        + Exact.units(order.amountUnits)
                        + " filled";
        String text =
                order.filled.units() == 0
                        ? order.status
                        : order.status + (isWhole ? "" : filled) + at(order);
        boolean isInDoubt = order.doubt != null && !order.isEnded();
        return isInDoubt ? text + ": " + order.doubt : text;
    }

    private static String at(JournalOrder order) {
        BigDecimal average = average(order);
        return average == null ? "" : " at " + Exact.text(average.round(SHOWN));
    }

    /** Fees in words: {@code 0.00002 BTC paid}; empty for none. */
    static String feeText(JournalOrder order) {
        StringBuilder text = new StringBuilder();
        order.filled
                .fees()
                .forEach(
                        (currency, fee) -> {
                            text.append(text.isEmpty() ? "" : ", ").append(Exact.text(fee.abs()));
                            text.append(' ')
                                    .append(currency)
                                    .append(fee.signum() < 0 ? " paid" : " received");
                        });
        return text.toString();
    }
}
