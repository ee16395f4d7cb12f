package io.hayate.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.OrderIntent;
import io.hayate.model.ConfigException;
import io.hayate.model.Instruments;
import io.hayate.model.OrderFlag;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.model.Side;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What orders risk in money is bounded, what looks like a fault is held up, a position can be closed. */
class RiskChecksTest {
    private static final int BTCUSD = 0;
    private static final int ETHBTC = 1;
    private static final int BTCJPY = 2;
    private static final long ONE = 100_000_000L;
    private static final long MS = 1_000_000L;
    private static final long DAY_MS = 86_400_000L;

    private final Instruments instruments =
            Instruments.of(List.of("tBTCUSD", "tETHBTC", "tBTCJPY"));
    private final AtRisk atRisk = new AtRisk();
    private long rejected;
    private long nowNs = TimeUnit.HOURS.toNanos(1);
    private final RiskChecks checks =
            new RiskChecks(
                    new ExposureLimits(
                            CurrencyLimits.of("key", List.of("100000 USD", "2 BTC")),
                            CurrencyLimits.of("key", List.of("250000 USD", "5 BTC")),
                            CurrencyLimits.of("key", List.of("1000 USD", "0.1 BTC")),
                            50,
                            new RejectLimits(3, 1_000, 5_000),
                            true),
                    instruments,
                    atRisk,
                    () -> rejected);

    /** What a test says is at risk. */
    private static final class AtRisk implements Exposure {
        private long position;
        private long openBuys;
        private long openSells;
        private long free = Long.MAX_VALUE;
        private double dayProfit;

        @Override
        public void onTime(long timeMs) {}

        @Override
        public int tradedCount() {
            return 1;
        }

        @Override
        public int traded(int place) {
            return BTCUSD;
        }

        @Override
        public long positionUnits(int instrumentId) {
            return position;
        }

        @Override
        public long openUnits(int instrumentId, Side side) {
            return side == Side.BUY ? openBuys : openSells;
        }

        @Override
        public long freeUnits(int instrumentId, Side side) {
            return free;
        }

        @Override
        public int currency(int instrumentId) {
            return instrumentId;
        }

        @Override
        public double dayProfit(int instrumentId) {
            return dayProfit;
        }
    }

    private static OrderIntent limit(int id, Side side, double amount, double price) {
        OrderIntent intent = OrderIntent.allocate().begin(OrderOperation.NEW, id);
        intent.type(OrderType.EXCHANGE_LIMIT).side(side).amount(amount);
        return intent.price(Price.of(price));
    }

    private static OrderIntent market(Side side, double amount, double reached) {
        OrderIntent intent = OrderIntent.allocate().begin(OrderOperation.NEW, BTCUSD);
        intent.type(OrderType.EXCHANGE_MARKET).side(side).amount(amount);
        intent.cause().bidPrice(99_999).askPrice(100_001).reachedPrice(reached);
        return intent;
    }

    private RiskVerdict ofNew(OrderIntent intent) {
        return checks.ofNew(intent, checks.isReduction(intent, 0), nowNs);
    }

    @Test
    void shouldBoundWhatAnOrderCostsInItsOwnCurrency() {
        assertEquals(RiskVerdict.ACCEPTED, ofNew(limit(BTCUSD, Side.BUY, 1, 100_000)));
        assertEquals(
                RiskVerdict.ORDER_NOTIONAL, ofNew(limit(BTCUSD, Side.BUY, 1.00000001, 100_000)));
        assertEquals(RiskVerdict.ACCEPTED, ofNew(limit(ETHBTC, Side.BUY, 40, 0.05)));
        assertEquals(RiskVerdict.ORDER_NOTIONAL, ofNew(limit(ETHBTC, Side.SELL, 41, 0.05)));
    }

    @Test
    void shouldReckonAnOrderAtTheHighestPriceThatIsKnown() {
        assertEquals(RiskVerdict.ACCEPTED, ofNew(market(Side.BUY, 1, 100_000)));
        assertEquals(RiskVerdict.ORDER_NOTIONAL, ofNew(market(Side.BUY, 1, 100_001)));
        OrderIntent cheap = limit(BTCUSD, Side.SELL, 1.1, 1_000); // it sells at the bid
        cheap.cause().bidPrice(100_000).askPrice(100_000);
        assertEquals(RiskVerdict.ORDER_NOTIONAL, ofNew(cheap));
        OrderIntent pair = limit(BTCUSD, Side.BUY, 1, 90_000);
        pair.flags(OrderFlag.OCO.bit()).ocoStopPrice(Price.of(110_000));
        assertEquals(RiskVerdict.ORDER_NOTIONAL, ofNew(pair));
        OrderIntent unknown = market(Side.BUY, 0.1, Double.NaN);
        unknown.cause().noQuote();
        assertEquals(RiskVerdict.NO_QUOTE, ofNew(unknown));
    }

    @Test
    void shouldRefuseWhatIsPaidWithACurrencyWithoutALimit() {
        assertEquals(RiskVerdict.NO_LIMIT, ofNew(limit(BTCJPY, Side.BUY, 0.001, 1)));
    }

    @Test
    void shouldBoundThePositionWithWhatIsOpenOnItsSide() {
        atRisk.position = ONE;
        atRisk.openBuys = ONE;
        assertEquals(RiskVerdict.ACCEPTED, ofNew(limit(BTCUSD, Side.BUY, 0.5, 100_000)));
        assertEquals(RiskVerdict.POSITION, ofNew(limit(BTCUSD, Side.BUY, 0.6, 100_000)));
        atRisk.position = -ONE;
        atRisk.openBuys = 0;
        atRisk.openSells = ONE;
        assertEquals(RiskVerdict.POSITION, ofNew(limit(BTCUSD, Side.SELL, 0.6, 100_000)));
        atRisk.openSells = Long.MAX_VALUE;
        assertEquals(RiskVerdict.POSITION, ofNew(limit(BTCUSD, Side.SELL, 0.00001, 100_000)));
    }

    @Test
    void shouldCountAnOrderThatIsUpdatedOnce() {
        atRisk.openBuys = 2 * ONE;
        OrderIntent more = limit(BTCUSD, Side.BUY, 1, 100_000);
        assertEquals(RiskVerdict.POSITION, checks.ofUpdate(more, 0, 0, false));
        assertEquals(RiskVerdict.ACCEPTED, checks.ofUpdate(more, ONE, 0, false));
        atRisk.free = 0;
        assertEquals(RiskVerdict.BALANCE, checks.ofUpdate(more, ONE, 0, false));
        assertEquals(RiskVerdict.ACCEPTED, checks.ofUpdate(more, ONE, 100_000 * ONE, false));
    }

    @Test
    void shouldCallAReductionWhatBringsThePositionNearerToZeroAndNoFurther() {
        OrderIntent half = limit(BTCUSD, Side.SELL, 0.5, 100_000);
        assertFalse(checks.isReduction(half, 0), "nothing is held");
        atRisk.position = ONE;
        assertTrue(checks.isReduction(half, 0));
        assertFalse(checks.isReduction(limit(BTCUSD, Side.BUY, 0.5, 100_000), 0));
        assertTrue(checks.isReduction(limit(BTCUSD, Side.SELL, 1, 100_000), 0));
        assertFalse(checks.isReduction(limit(BTCUSD, Side.SELL, 1.00000001, 100_000), 0));
        atRisk.openSells = ONE / 2;
        assertTrue(checks.isReduction(half, 0));
        atRisk.openSells = ONE / 2 + 1;
        assertFalse(checks.isReduction(half, 0));
        assertTrue(checks.isReduction(half, 1), "its own part is not counted twice");
        atRisk.openSells = Long.MAX_VALUE;
        assertFalse(checks.isReduction(half, 0));
        atRisk.position = -ONE;
        assertTrue(checks.isReduction(limit(BTCUSD, Side.BUY, 1, 100_000), 0));
    }

    @Test
    void shouldLetReductionsAloneLeaveOnceTheDayHasLostTooMuch() {
        checks.onTime(nowNs, 5 * DAY_MS);
        atRisk.dayProfit = -1_000;
        assertEquals(RiskVerdict.ACCEPTED, ofNew(limit(BTCUSD, Side.BUY, 0.1, 100_000)));
        assertFalse(checks.onTime(nowNs, 5 * DAY_MS + 1));
        atRisk.dayProfit = -1_000.01;
        assertTrue(checks.onTime(nowNs, 5 * DAY_MS + 2));
        assertFalse(checks.onTime(nowNs, 5 * DAY_MS + 3), "told once");
        atRisk.dayProfit = 0;
        assertEquals(RiskVerdict.DAILY_LOSS, ofNew(limit(BTCUSD, Side.BUY, 0.1, 100_000)));
        atRisk.position = ONE;
        assertEquals(RiskVerdict.ACCEPTED, ofNew(limit(BTCUSD, Side.SELL, 0.1, 100_000)));
        checks.onTime(nowNs, 6 * DAY_MS);
        assertEquals(RiskVerdict.ACCEPTED, ofNew(limit(BTCUSD, Side.BUY, 0.2, 100_000)));
        atRisk.dayProfit = Double.NaN;
        assertEquals(RiskVerdict.DAILY_LOSS, ofNew(limit(BTCUSD, Side.BUY, 0.3, 100_000)));
    }

    @Test
    void shouldRefuseTheSameOrderWithinTheWindow() {
        OrderIntent first = limit(BTCUSD, Side.BUY, 0.1, 100_000);
        checks.onSent(first, nowNs);
        checks.onSent(limit(BTCUSD, Side.BUY, 0.2, 100_000), nowNs);
        nowNs += 49 * MS;
        assertEquals(RiskVerdict.TWIN, ofNew(first));
        assertEquals(RiskVerdict.ACCEPTED, ofNew(limit(BTCUSD, Side.SELL, 0.1, 100_000)));
        assertEquals(RiskVerdict.ACCEPTED, ofNew(limit(BTCUSD, Side.BUY, 0.1, 99_999)));
        OrderIntent other = limit(BTCUSD, Side.BUY, 0.1, 100_000);
        assertEquals(RiskVerdict.ACCEPTED, ofNew(other.flags(OrderFlag.POST_ONLY.bit())));
        assertEquals(
                RiskVerdict.ACCEPTED,
                ofNew(limit(BTCUSD, Side.BUY, 0.1, 100_000).type(OrderType.EXCHANGE_FOK)));
        nowNs += MS;
        assertEquals(RiskVerdict.ACCEPTED, ofNew(first));
    }

    @Test
    void shouldRefuseAReductionThatIsATwin() {
        atRisk.position = ONE;
        OrderIntent sell = limit(BTCUSD, Side.SELL, 0.1, 100_000);
        checks.onSent(sell, nowNs);
        assertEquals(RiskVerdict.TWIN, ofNew(sell));
    }

    @Test
    void shouldFindATwinAmongManyAndRefuseWhenTooManyLeftToTell() {
        for (int i = 1; i <= 255; i++) {
            checks.onSent(limit(BTCUSD, Side.BUY, i / 1e8, 1), nowNs);
        }
        assertEquals(RiskVerdict.TWIN, ofNew(limit(BTCUSD, Side.BUY, 1e-8, 1)));
        assertEquals(RiskVerdict.ACCEPTED, ofNew(limit(BTCUSD, Side.BUY, 1, 1)));
        checks.onSent(limit(BTCUSD, Side.BUY, 256 / 1e8, 1), nowNs);
        checks.onSent(limit(BTCUSD, Side.BUY, 257 / 1e8, 1), nowNs);
        assertEquals(RiskVerdict.TWIN, ofNew(limit(BTCUSD, Side.BUY, 1, 1)));
    }

    @Test
    void shouldHoldUpNewOrdersAfterManyRejectionsButNoReduction() {
        OrderIntent order = limit(BTCUSD, Side.BUY, 0.1, 100_000);
        rejected = 2;
        assertEquals(RiskVerdict.ACCEPTED, ofNew(order));
        nowNs += 999 * MS;
        rejected = 3;
        assertEquals(RiskVerdict.REJECTS, ofNew(order));
        atRisk.position = ONE;
        assertEquals(RiskVerdict.ACCEPTED, ofNew(limit(BTCUSD, Side.SELL, 0.1, 100_000)));
        nowNs += 4_999 * MS;
        assertEquals(RiskVerdict.REJECTS, ofNew(order));
        nowNs += MS;
        assertEquals(RiskVerdict.ACCEPTED, ofNew(order));
    }

    @Test
    void shouldForgetRejectionsThatLieBackAsLongAsTheWindow() {
        OrderIntent order = limit(BTCUSD, Side.BUY, 0.1, 100_000);
        for (int i = 1; i < 50; i++) {
            rejected = i;
            checks.onTime(nowNs, DAY_MS);
            assertEquals(RiskVerdict.ACCEPTED, ofNew(order));
            nowNs += 500 * MS;
        }
    }

    @Test
    void shouldNeedTheBalanceThatAnOrderTakes() {
        atRisk.free = 10_000 * ONE;
        assertEquals(RiskVerdict.ACCEPTED, ofNew(limit(BTCUSD, Side.BUY, 0.1, 100_000)));
        assertEquals(RiskVerdict.BALANCE, ofNew(limit(BTCUSD, Side.BUY, 0.10001, 100_000)));
        atRisk.free = ONE / 10;
        assertEquals(RiskVerdict.ACCEPTED, ofNew(limit(BTCUSD, Side.SELL, 0.1, 100_000)));
        atRisk.position = ONE; // a reduction of what the wallet has not
        assertEquals(RiskVerdict.BALANCE, ofNew(limit(BTCUSD, Side.SELL, 0.2, 100_000)));
        atRisk.free = -1;
        assertEquals(RiskVerdict.BALANCE, ofNew(limit(BTCUSD, Side.SELL, 0.1, 100_000)));
    }

    @Test
    void shouldCheckNothingThatIsOff() {
        RiskChecks none = new RiskChecks(ExposureLimits.NONE, instruments, atRisk, () -> rejected);
        rejected = 1_000;
        atRisk.dayProfit = -1e12;
        atRisk.free = 0;
        OrderIntent unknown = market(Side.BUY, 1e6, Double.NaN);
        unknown.cause().noQuote();
        none.onSent(unknown, nowNs);
        assertEquals(RiskVerdict.ACCEPTED, none.ofNew(unknown, false, nowNs));
        assertFalse(none.onTime(nowNs, DAY_MS));
    }

    @Test
    void shouldRefuseLimitsThatAreNone() {
        for (String text : List.of("USD", "100", "0 USD", "-1 USD", "1e5 USD", "1 usd", "1  USD")) {
            ConfigException refusal =
                    assertThrows(
                            ConfigException.class, () -> CurrencyLimits.of("key", List.of(text)));
            assertEquals(
                    "key must be a list of limits over 0 with their currencies, such as"
                            + " [100000 USD, 1 BTC], or off: was "
                            + text,
                    refusal.getMessage());
        }
        assertThrows(
                ConfigException.class, () -> CurrencyLimits.of("key", List.of("1 USD", "2 USD")));
        assertThrows(ConfigException.class, () -> CurrencyLimits.of("key", List.of()));
    }

    @Test
    void shouldHaveLimitsOfMoneyByDefault() {
        assertFalse(ExposureLimits.DEFAULTS.isUnlimited());
        assertTrue(ExposureLimits.NONE.isUnlimited());
    }
}
