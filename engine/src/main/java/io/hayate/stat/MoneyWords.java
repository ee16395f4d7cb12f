package io.hayate.stat;

import io.hayate.metrics.Gauge;
import io.hayate.metrics.Gauges;
import io.hayate.metrics.file.CounterRecord;
import io.hayate.view.summary.AmountText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a strategy, or the account, holds and has brought, as parts of lines. */
final class MoneyWords {
    private final StatFigures now;
    private final String strategy;

    /** Of a strategy by its name; of the account where that is empty. */
    MoneyWords(StatFigures now, String strategy) {
        this.now = now;
        this.strategy = strategy;
    }

    boolean isTraded() {
        return !now.all(Gauge.POSITION, strategy).isEmpty();
    }

    List<String> positions() {
        List<String> parts = new ArrayList<>();
        for (CounterRecord each : now.all(Gauge.POSITION, strategy)) {
            if (each.value() != 0) {
                String symbol = each.second();
                parts.add(
                        AmountText.text(each.value())
                                + " "
                                + SymbolNames.base(symbol)
                                + " of "
                                + SymbolNames.displayName(symbol));
            }
        }
        return parts;
    }

    List<String> profit() {
        List<String> parts = new ArrayList<>();
        for (CounterRecord each : now.all(Gauge.CURRENCY_REALISED, strategy)) {
            String currency = each.second();
            long open = now.get(Gauge.CURRENCY_UNREALISED, strategy, currency);
            parts.add(text(each.value()) + " " + currency + " realised");
            boolean isKnown = open != Gauges.UNKNOWN;
            parts.add((isKnown ? text(open) + " " + currency : "unknown") + " unrealised");
        }
        return parts;
    }

    List<String> fees() {
        return now.all(Gauge.CURRENCY_FEES, strategy).stream()
                .map(each -> text(each.value()) + " " + each.second())
                .toList();
    }

    private static String text(long units) {
        BigDecimal money = StatFigures.money(units);
        return money == null ? "unknown" : money.stripTrailingZeros().toPlainString();
    }
}
