package io.hayate.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.OrderIntent;
import io.hayate.event.SharedReads;
import io.hayate.model.AmountLimits;
import io.hayate.model.ConfigException;
import io.hayate.model.Health;
import io.hayate.model.OrderType;
import io.hayate.model.Side;
import io.hayate.order.Intents;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RiskGateTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final RiskLimits ONE = new RiskLimits(true, 100_000_000L, 3, 2);
    private static final RiskLimits ANY =
            new RiskLimits(true, Long.MAX_VALUE, RiskLimits.UNLIMITED, RiskLimits.UNLIMITED);

    private long nowNs;
    private final RiskGate gate = gate(ONE);

    private RiskGate gate(RiskLimits limits) {
        return new RiskGate(limits, QuoteLimits.DEFAULTS);
    }

    private static OrderIntent amount(double amount) {
        return Intents.of(OrderType.EXCHANGE_MARKET, 0, Side.BUY, amount);
    }

    private RiskVerdict checkAt(RiskGate of, long timeNs) {
        nowNs = timeNs;
        OrderIntent intent = amount(1);
        intent.cause().quote(Health.LIVE, timeNs);
        return of.check(intent, 0, nowNs);
    }

    private void sentAt(RiskGate of, long timeNs) {
        nowNs = timeNs;
        of.onSent(nowNs);
    }

    @Test
    void shouldRefuseWhileWhatHasComeIsNotHandled() {
        nowNs = 3 * SECOND_NS;
        assertEquals(RiskVerdict.ACCEPTED, gate.checkQuote(amount(1), SECOND_NS, nowNs));
        assertEquals(RiskVerdict.BEHIND, gate.checkQuote(amount(1), SECOND_NS - 1, nowNs));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 2e-8, 0.01, 0.1, 0.3, 0.12345678, 0.99999999, 1})
    void shouldAcceptAmountsOfAtMostEightDecimalsUpToTheLargest(double amount) {
        assertEquals(RiskVerdict.ACCEPTED, gate.check(amount(amount), 0, nowNs));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                0,
                -0.0,
                -1e-8,
                -0.01,
                -Double.MAX_VALUE
            })
    void shouldRefuseWhatIsNoPositiveNumber(double amount) {
        assertEquals(RiskVerdict.AMOUNT, gate.check(amount(amount), 0, nowNs));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.MIN_VALUE,
                1e-300,
                1e-13,
                1e-9,
                9.9e-9,
                1.1e-8,
                0.123456789,
                0.000000015,
                0.999999999
            })
    void shouldRefuseMoreDecimalsThanTheVenueTakes(double amount) {
        assertEquals(RiskVerdict.AMOUNT_DECIMALS, gate.check(amount(amount), 0, nowNs));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.00000001, 1.5, 2, 1e15, 1e300, Double.MAX_VALUE})
    void shouldRefuseAmountsOverTheLargest(double amount) {
        assertEquals(RiskVerdict.ORDER_AMOUNT, gate.check(amount(amount), 0, nowNs));
    }

    @ParameterizedTest
    @CsvSource({
        "1000000, ACCEPTED",
        "12345678.12345678, ACCEPTED",
        "80000000000, ACCEPTED",
        "90000000001, AMOUNT_DECIMALS",
        "1e300, ORDER_AMOUNT"
    })
    void shouldNeverAcceptMoreThanUnitsCanHold(double amount, RiskVerdict verdict) {
        assertEquals(verdict, gate(ANY).check(amount(amount), 0, nowNs));
    }

    @ParameterizedTest
    @CsvSource({
        "0.00004, ACCEPTED",
        "0.00003999, AMOUNT_MIN",
        "0.5, ACCEPTED",
        "0.50000001, AMOUNT_MAX"
    })
    void shouldKeepToWhatTheVenueTakes(double amount, RiskVerdict verdict) {
        AmountLimits amounts = new AmountLimits();
        RiskGate informed = new RiskGate(ONE, QuoteLimits.DEFAULTS, amounts, SharedReads.PLAIN);
        assertEquals(RiskVerdict.ACCEPTED, informed.check(amount(amount), 0, nowNs));
        amounts.set(0, 4_000, 50_000_000);

        assertEquals(verdict, informed.check(amount(amount), 0, nowNs));
    }

    @Test
    void shouldRefuseEveryOrderWhileTradingIsOff() {
        RiskGate off = gate(RiskLimits.DEFAULTS);

        assertEquals(RiskVerdict.TRADING_DISABLED, off.check(amount(0.01), 0, nowNs));
        assertEquals(RiskVerdict.TRADING_DISABLED, off.check(amount(Double.NaN), 0, nowNs));
    }

    @Test
    void shouldRefuseWhenTooManyOrdersAreOpen() {
        assertEquals(RiskVerdict.ACCEPTED, gate.check(amount(1), 1, nowNs));
        assertEquals(RiskVerdict.OPEN_ORDERS, gate.check(amount(1), 2, nowNs));
        assertEquals(RiskVerdict.OPEN_ORDERS, gate.check(amount(1), 1_000, nowNs));
    }

    @Test
    void shouldAllowOneMoreExactlyASecondAfterTheOldest() {
        sentAt(gate, 100);
        sentAt(gate, 200);
        sentAt(gate, 300);

        assertEquals(RiskVerdict.ORDER_RATE, checkAt(gate, 300));
        assertEquals(RiskVerdict.ORDER_RATE, checkAt(gate, 100 + SECOND_NS - 1));
        assertEquals(RiskVerdict.ACCEPTED, checkAt(gate, 100 + SECOND_NS));
        sentAt(gate, 100 + SECOND_NS);
        assertEquals(RiskVerdict.ORDER_RATE, checkAt(gate, 200 + SECOND_NS - 1));
        assertEquals(RiskVerdict.ACCEPTED, checkAt(gate, 200 + SECOND_NS));
    }

    @Test
    void shouldKeepTheRateInEverySecondOfABusyMinute() {
        int accepted = 0;
        for (long timeNs = 0; timeNs < 60 * SECOND_NS; timeNs += 1_000_000) {
            if (checkAt(gate, timeNs).isAccepted()) {
                gate.onSent(nowNs);
                accepted++;
            }
        }

        assertEquals(60 * 3, accepted);
    }

    @Test
    void shouldNotCountWhatWasOnlyAsked() {
        for (int i = 0; i < 100; i++) {
            assertEquals(RiskVerdict.ACCEPTED, gate.check(amount(1), 0, nowNs));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -5, Long.MAX_VALUE - SECOND_NS / 2})
    void shouldKeepTheRateWhereverTheClockStarts(long startNs) {
        RiskGate one = gate(new RiskLimits(true, 100_000_000L, 1, 2));
        assertEquals(RiskVerdict.ACCEPTED, checkAt(one, startNs));
        sentAt(one, startNs);

        assertEquals(RiskVerdict.ORDER_RATE, checkAt(one, startNs + SECOND_NS - 1));
        assertEquals(RiskVerdict.ACCEPTED, checkAt(one, startNs + SECOND_NS));
    }

    @Test
    void shouldLimitNeitherRateNorOpenOrdersWhenToldSo() {
        RiskGate any = gate(ANY);
        for (int i = 0; i < 1_000; i++) {
            assertEquals(RiskVerdict.ACCEPTED, any.check(amount(1), i, nowNs));
            any.onSent(nowNs);
        }

        assertEquals(RiskVerdict.ACCEPTED, any.check(amount(1), Integer.MAX_VALUE - 1, nowNs));
    }

    @Test
    void shouldGiveAReasonOfItsOwnForEachRefusal() {
        Set<String> reasons = new HashSet<>();
        for (RiskVerdict verdict : RiskVerdict.values()) {
            assertTrue(reasons.add(verdict.reason()), verdict.reason());
            assertEquals(verdict == RiskVerdict.ACCEPTED, verdict.isAccepted());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0           | 1       | 1       | trading.order-amount-max must be over 0: was 0",
                "-1          | 1       | 1       | trading.order-amount-max must be over 0: was"
                        + " -0.00000001",
                "1           | 0       | 1       | trading.orders-per-second-max must be 1 to"
                        + " 1000000: was 0",
                "1           | 1000001 | 1       | trading.orders-per-second-max must be 1 to"
                        + " 1000000: was 1000001",
                "1           | 1       | -3      | trading.open-orders-max must be 1 to 1000000:"
                        + " was -3"
            })
    void shouldRefuseLimitsThatAreNone(long units, int perSecond, int open, String message) {
        ConfigException refusal =
                assertThrows(
                        ConfigException.class, () -> new RiskLimits(true, units, perSecond, open));

        assertEquals(message, refusal.getMessage());
    }

    @Test
    void shouldTellWhetherACountIsUnlimited() {
        ExposureLimits money = ExposureLimits.DEFAULTS;
        assertFalse(new RiskLimits(true, 1, 1, 1, money).isUnlimited());
        assertTrue(new RiskLimits(true, 1, RiskLimits.UNLIMITED, 1, money).isUnlimited());
        assertTrue(new RiskLimits(true, 1, 1, RiskLimits.UNLIMITED, money).isUnlimited());
        assertTrue(ONE.isUnlimited(), "of money");
        assertTrue(ONE.withoutLimits().isUnlimited());
        assertTrue(RiskLimits.DEFAULTS.withoutLimits().tradingEnabled());
    }
}
