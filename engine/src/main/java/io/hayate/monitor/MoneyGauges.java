package io.hayate.monitor;

import io.hayate.engine.Engine;
import io.hayate.metrics.Gauge;
import io.hayate.metrics.Gauges;
import io.hayate.model.Instrument;
import io.hayate.number.ExactSum;
import io.hayate.order.OrderRefusals;
import io.hayate.order.Positions;
import io.hayate.portfolio.Currencies;
import io.hayate.portfolio.Holding;
import io.hayate.portfolio.Portfolio;
import io.hayate.portfolio.Totals;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategies;

/** Writes what strategies and the account hold and have brought. Metrics thread. */
final class MoneyGauges {
    private static final String ACCOUNT = "";

    private final Engine engine;
    private final Gauges gauges;
    private final Holding held = new Holding();
    private final ExactSum fees = new ExactSum();

    MoneyGauges(Engine engine, Gauges gauges) {
        this.engine = engine;
        this.gauges = gauges;
    }

    void write() {
        Positions account = engine.positions();
        write(ACCOUNT, account.portfolio());
        Strategies strategies = engine.strategies();
        for (int i = 0; i < strategies.size(); i++) {
            String name = strategies.name(i);
            int number = strategies.number(i);
            String state = strategies.state(i);
            gauges.state(Gauge.STRATEGY, name, "", code(state), state);
            gauges.set(Gauge.STRATEGY_ORDERS, name, "", strategies.openOrders(i));
            if (number > 0) {
                gauges.set(Gauge.STRATEGY_REFUSED, name, "", refused(number));
                write(name, account.of(number).portfolio());
            }
        }
        account.former().forEach((name, number) -> write(name, account.of(number).portfolio()));
    }

    private static int code(String state) {
        return switch (state) {
            case "running" -> 1;
            case "stopped" -> 2;
            case "failed" -> 3;
            default -> 0;
        };
    }

    private long refused(int strategy) {
        OrderRefusals refusals = engine.refusals();
        long sum = 0;
        for (RiskVerdict reason : RiskVerdict.values()) {
            sum += refusals.get(strategy, reason);
        }
        return sum;
    }

    private void write(String strategy, Portfolio portfolio) {
        for (int i = 0; i < portfolio.tradedCount(); i++) {
            Instrument instrument = engine.instruments().get(portfolio.traded(i));
            String symbol = instrument.symbol();
            portfolio.read(instrument.id(), held);
            gauges.set(Gauge.POSITION, strategy, symbol, held.units());
            gauges.set(Gauge.REALISED, strategy, symbol, units(held.realised()));
            gauges.set(Gauge.UNREALISED, strategy, symbol, Units.of(held.unrealisedProfit()));
            gauges.set(Gauge.FILLS_OF, strategy, symbol, held.fills());
            gauges.set(Gauge.MARK, strategy, symbol, Units.of(held.mark()));
        }
        Totals totals = new Totals(portfolio);
        for (int i = 0; i < portfolio.currencies().count(); i++) {
            writeCurrency(strategy, portfolio, totals.read(i), i);
        }
    }

    private void writeCurrency(String strategy, Portfolio portfolio, Totals totals, int number) {
        Currencies currencies = portfolio.currencies();
        String name = currencies.name(number);
        if (totals.instruments() > 0) {
            boolean isKnown = totals.unmarked() == 0;
            long open = isKnown ? Units.of(totals.unrealised()) : Gauges.UNKNOWN;
            gauges.set(Gauge.CURRENCY_REALISED, strategy, name, units(totals.realised()));
            gauges.set(Gauge.CURRENCY_UNREALISED, strategy, name, open);
        }
        if (!portfolio.readFees(number, fees).isZero()) {
            gauges.set(Gauge.CURRENCY_FEES, strategy, name, units(fees));
        }
    }

    private static long units(ExactSum sum) {
        return Units.of(sum.toBigDecimal());
    }
}
