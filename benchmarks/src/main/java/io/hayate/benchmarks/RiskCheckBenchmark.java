package io.hayate.benchmarks;

import io.hayate.event.OrderIntent;
import io.hayate.model.Health;
import io.hayate.model.Instruments;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.model.Side;
import io.hayate.number.Decimals;
import io.hayate.portfolio.Currencies;
import io.hayate.portfolio.DayProfit;
import io.hayate.portfolio.OpenUnits;
import io.hayate.portfolio.Portfolio;
import io.hayate.risk.CurrencyLimits;
import io.hayate.risk.Exposure;
import io.hayate.risk.ExposureLimits;
import io.hayate.risk.QuoteLimits;
import io.hayate.risk.RejectLimits;
import io.hayate.risk.RiskChecks;
import io.hayate.risk.RiskGate;
import io.hayate.risk.RiskLimits;
import io.hayate.risk.RiskVerdict;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * What the checks of an order cost, each with the others off: what is over {@code none} is its own. The
 * whole gate is all of them, the order's parts and the market.
 */
public class RiskCheckBenchmark extends BenchmarkDefaults {
    private static final long NOW_NS = 1_000_000_000_000L;

    @Param({"none", "notional", "position", "loss", "twin", "rejects", "balance", "all"})
    String check;

    private RiskChecks checks;
    private RiskGate gate;
    private OrderIntent intent;

    /** What is at risk of one portfolio, as the order side tells it. */
    private static final class AtRisk implements Exposure {
        private final Portfolio portfolio = new Portfolio();
        private final Currencies currencies = portfolio.currencies();
        private final OpenUnits open = new OpenUnits(currencies);
        private final DayProfit day = new DayProfit(portfolio);

        @Override
        public void onTime(long timeMs) {
            day.onTime(timeMs);
        }

        @Override
        public int tradedCount() {
            return portfolio.tradedCount();
        }

        @Override
        public int traded(int place) {
            return portfolio.traded(place);
        }

        @Override
        public long positionUnits(int instrumentId) {
            return portfolio.units(instrumentId);
        }

        @Override
        public long openUnits(int instrumentId, Side side) {
            return open.units(instrumentId, side);
        }

        @Override
        public long freeUnits(int instrumentId, Side side) {
            return Decimals.UNITS_PER_ONE * 1_000_000 - open.taken(currencies.quote(instrumentId));
        }

        @Override
        public int currency(int instrumentId) {
            return currencies.quote(instrumentId);
        }

        @Override
        public double dayProfit(int instrumentId) {
            return day.of(currencies.quote(instrumentId));
        }
    }

    /** Limits that are never reached; those of other checks are off. */
    @Setup
    public void setUp() {
        Instruments instruments = Instruments.of(List.of("tBTCUSD"));
        AtRisk atRisk = new AtRisk();
        atRisk.portfolio.onFill(instruments.get(0), Decimals.UNITS_PER_ONE, 97_000);
        atRisk.portfolio.onMark(0, 97_010, 1);
        CurrencyLimits money = CurrencyLimits.of("limit", List.of("1000000 USD"));
        ExposureLimits limits =
                new ExposureLimits(
                        is("notional") ? money : CurrencyLimits.OFF,
                        is("position") ? money : CurrencyLimits.OFF,
                        is("loss") ? money : CurrencyLimits.OFF,
                        is("twin") ? 50 : 0,
                        is("rejects") ? RejectLimits.DEFAULTS : RejectLimits.NONE,
                        is("balance"));
        checks = new RiskChecks(limits, instruments, atRisk, () -> 0);
        gate = new RiskGate(RiskLimits.DEFAULTS.withoutLimits(), QuoteLimits.DEFAULTS);
        intent = OrderIntent.allocate().begin(OrderOperation.NEW, 0);
        intent.type(OrderType.EXCHANGE_LIMIT).side(Side.BUY).amount(0.02).price(Price.of(97_010));
        checks.onSent(intent, NOW_NS);
        intent.amount(0.01).cause().quote(Health.LIVE, NOW_NS).bidPrice(97_009).askPrice(97_011);
        intent.cause().reachedPrice(97_011).receiveTimeNs(NOW_NS).lookedTimeNs(NOW_NS);
    }

    private boolean is(String name) {
        return check.equals(name) || check.equals("all");
    }

    @Benchmark
    public RiskVerdict checks() {
        boolean isReduction = checks.isReduction(intent, 0);
        return checks.ofNew(intent, isReduction, NOW_NS + 1);
    }

    @Benchmark
    public RiskVerdict gate() {
        RiskVerdict verdict = gate.check(intent, 3, NOW_NS);
        boolean isReduction = checks.isReduction(intent, 0);
        if (verdict.isAccepted()) {
            verdict = gate.checkQuote(intent, NOW_NS, NOW_NS);
        }
        return verdict.isAccepted() ? checks.ofNew(intent, isReduction, NOW_NS + 1) : verdict;
    }
}
