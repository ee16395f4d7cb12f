package io.hayate.view.text;

import io.hayate.event.ExecutionReport;
import io.hayate.model.Counts;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Fills of one order, and fees, that one line tells together. View thread. */
final class FillTally {
    private static final int FILLS_MAX = 1_000;

    private final Set<Long> withoutFee = new HashSet<>();
    private final Map<String, BigDecimal> fees = new LinkedHashMap<>();
    private BigDecimal amount = BigDecimal.ZERO;
    private double priceMin = Double.POSITIVE_INFINITY;
    private double priceMax = Double.NEGATIVE_INFINITY;
    private int fills;
    private int feesTold;
    private int feesUnknown;
    private String lastFeeOf = "";

    /** False when there is no room for one more. */
    boolean hasRoom() {
        return fills < FILLS_MAX && feesTold < FILLS_MAX;
    }

    void addFill(ExecutionReport report) {
        fills++;
        withoutFee.add(report.tradeId());
        amount = amount.add(BigDecimal.valueOf(Math.abs(report.fillAmount())));
        priceMin = Math.min(priceMin, report.fillPrice());
        priceMax = Math.max(priceMax, report.fillPrice());
    }

    void addFee(ExecutionReport report) {
        feesTold++;
        withoutFee.remove(report.tradeId());
        lastFeeOf = Figures.exact(report.fillAmount()) + " @ " + Figures.exact(report.fillPrice());
        if (Double.isNaN(report.fee())) {
            feesUnknown++;
        } else {
            fees.merge(report.feeCurrency(), BigDecimal.valueOf(report.fee()), BigDecimal::add);
        }
    }

    int fills() {
        return fills;
    }

    /** True when there are fills and the fee of each is told. */
    boolean isComplete() {
        return fills > 0 && withoutFee.isEmpty();
    }

    /** {@code fill of 0.01 @ 97001}, {@code 3 fills, 0.03 @ 97000 to 97001}. */
    String fillText() {
        String prices = Figures.exact(priceMin);
        if (priceMax > priceMin) {
            prices += " to " + Figures.exact(priceMax);
        }
        String sum = amount.stripTrailingZeros().toPlainString() + " @ " + prices;
        return fills == 1 ? "fill of " + sum : Counts.of(fills, "fill") + ", " + sum;
    }

    /** {@code fee 0.00002 BTC}; with the fill where that is told by no other word of the line. */
    String feeText() {
        StringBuilder text = new StringBuilder();
        fees.forEach(
                (currency, fee) -> {
                    String word = fee.signum() > 0 ? "rebate " : "fee ";
                    String size = fee.abs().stripTrailingZeros().toPlainString();
                    text.append(text.isEmpty() ? "" : ", ").append(word).append(size);
                    text.append(' ').append(currency);
                });
        if (feesUnknown > 0) {
            text.append(text.isEmpty() ? "" : ", ").append("fee not told");
        }
        if (fills == 0 && feesTold == 1) {
            text.append(" for the fill of ").append(lastFeeOf);
        }
        return text.toString();
    }
}
