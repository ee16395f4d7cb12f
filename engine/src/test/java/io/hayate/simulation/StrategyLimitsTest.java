package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.risk.CurrencyLimits;
import io.hayate.risk.ExposureLimits;
import io.hayate.risk.RejectLimits;
import io.hayate.risk.RiskLimits;
import io.hayate.risk.RiskVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one strategy of several may do: its own limits, before the account's, and of no other. */
class StrategyLimitsTest {
    private static final CurrencyLimits OFF = CurrencyLimits.OFF;
    private static final int ANY = RiskLimits.UNLIMITED;

    private final StrategiesRig rig = new StrategiesRig();
    private final OwnTrader bound = new OwnTrader();
    private final OwnTrader free = new OwnTrader();

    private void start(RiskLimits limits) {
        rig.start(StrategiesRig.member("bound", limits), StrategiesRig.member("free"), bound, free);
    }

    private static RiskLimits money(
            CurrencyLimits order, CurrencyLimits position, CurrencyLimits loss) {
        ExposureLimits exposure =
                new ExposureLimits(order, position, loss, 0, RejectLimits.NONE, false);
        return new RiskLimits(true, Long.MAX_VALUE, ANY, ANY, exposure);
    }

    private static CurrencyLimits dollars(int most) {
        return CurrencyLimits.of("tested", List.of(most + " USD"));
    }

    @Test
    void shouldRefuseAnAmountOverItsOwn() {
        start(new RiskLimits(true, 10_000_000L, ANY, ANY));
        rig.act(bound, () -> bound.buy(0.11));
        rig.act(free, () -> free.buy(0.11));

        assertEquals(RiskVerdict.STRATEGY_ORDER_AMOUNT, bound.verdict);
        assertEquals(RiskVerdict.ACCEPTED, free.verdict);
        rig.act(bound, () -> bound.buy(0.1));
        assertEquals(RiskVerdict.ACCEPTED, bound.verdict);
    }

    @Test
    void shouldNameTheAccountsLimitWhereItsOwnIsNot() {
        start(new RiskLimits(true, Long.MAX_VALUE, ANY, ANY));
        rig.act(bound, () -> bound.buy(11)); // the account: 10

        assertEquals(RiskVerdict.ORDER_AMOUNT, bound.verdict);
    }

    @Test
    void shouldCountItsOwnOpenOrdersAlone() {
        start(new RiskLimits(true, Long.MAX_VALUE, ANY, 2));
        rig.act(free, () -> free.limit(0.01, 0.6, 0));
        rig.act(free, () -> free.limit(0.02, 0.6, 0));
        rig.act(bound, () -> bound.limit(0.03, 0.6, 0));
        assertEquals(RiskVerdict.ACCEPTED, bound.verdict);
        rig.act(bound, () -> bound.limit(0.04, 0.6, 0));
        assertEquals(RiskVerdict.ACCEPTED, bound.verdict);
        rig.act(bound, () -> bound.limit(0.05, 0.6, 0));

        assertEquals(RiskVerdict.STRATEGY_OPEN_ORDERS, bound.verdict);
        rig.act(free, () -> free.limit(0.06, 0.6, 0));
        assertEquals(RiskVerdict.ACCEPTED, free.verdict);
    }

    @Test
    void shouldCountItsOwnOrdersASecondAlone() {
        start(new RiskLimits(true, Long.MAX_VALUE, 2, ANY));
        rig.act(
                free,
                () -> {
                    for (int i = 1; i < 6; i++) {
                        assertEquals(RiskVerdict.ACCEPTED, free.limit(0.01 * i, 0.6, 0));
                    }
                });
        rig.act(
                bound,
                () -> {
                    assertEquals(RiskVerdict.ACCEPTED, bound.limit(0.01, 0.6, 0));
                    assertEquals(RiskVerdict.ACCEPTED, bound.limit(0.02, 0.6, 0));
                    assertEquals(RiskVerdict.STRATEGY_ORDER_RATE, bound.limit(0.03, 0.6, 0));
                });
        rig.run(SECOND);
        rig.act(bound, () -> assertEquals(RiskVerdict.ACCEPTED, bound.limit(0.04, 0.6, 0)));
    }

    @Test
    void shouldRefuseAnOrderThatCostsMoreThanItsOwnMay() {
        start(money(dollars(1_000), OFF, OFF));
        rig.act(bound, () -> bound.buy(0.1));
        rig.act(free, () -> free.buy(0.1));

        assertEquals(RiskVerdict.STRATEGY_ORDER_NOTIONAL, bound.verdict);
        assertEquals(RiskVerdict.ACCEPTED, free.verdict);
    }

    @Test
    void shouldBoundItsOwnPositionWhateverTheOtherHolds() {
        start(money(OFF, dollars(20_000), OFF));
        rig.act(free, () -> free.buy(1));
        rig.act(bound, () -> bound.sell(0.1));
        assertEquals(RiskVerdict.ACCEPTED, bound.verdict);
        rig.act(bound, () -> bound.sell(0.9));
        assertEquals(RiskVerdict.STRATEGY_POSITION, bound.verdict);

        rig.act(bound, () -> bound.buy(0.1)); // nearer to 0
        assertEquals(RiskVerdict.ACCEPTED, bound.verdict);
        assertEquals(0, bound.context.position(bound.context.instrument(0)));
    }

    @Test
    void shouldRefuseACurrencyThatItsOwnLimitsDoNotName() {
        start(money(CurrencyLimits.of("tested", List.of("1 BTC")), OFF, OFF));
        rig.act(bound, () -> bound.buy(0.1));

        assertEquals(RiskVerdict.STRATEGY_NO_LIMIT, bound.verdict);
    }

    @Test
    void shouldStopOneThatHasLostWhatItMayAndNoOther() {
        start(money(OFF, OFF, dollars(1)));
        rig.act(bound, () -> bound.limit(0.01, 0.6, 0));
        rig.act(free, () -> free.limit(0.01, 0.6, 0));
        rig.act(bound, () -> bound.buy(1));
        rig.act(bound, () -> bound.sell(0.5));
        rig.run(2 * SECOND);

        assertEquals(0, bound.context.openOrders());
        assertEquals(1, free.context.openOrders());
        rig.assertTold("strategy bound has lost what it may a day");
        rig.act(bound, () -> bound.buy(0.1));
        assertEquals(RiskVerdict.STRATEGY_DAILY_LOSS, bound.verdict);
        rig.act(bound, () -> bound.sell(0.5)); // brings its position to 0
        assertEquals(RiskVerdict.ACCEPTED, bound.verdict);
        rig.act(free, () -> free.buy(0.1));
        assertEquals(RiskVerdict.ACCEPTED, free.verdict);
    }
}
