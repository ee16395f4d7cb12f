package io.hayate.backtest.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.model.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FillComparisonTest {
    private static final long NOON = 1_764_000_000_000L;

    private final List<JournaledOrder> live = new ArrayList<>();
    private final List<JournaledOrder> tested = new ArrayList<>();
    private long number;

    /** An order, and its fills: price and amount in turn. */
    private void order(
            List<JournaledOrder> orders, long atMs, Side side, String amount, String... fills) {
        JournaledOrder order =
                new JournaledOrder(
                        ++number,
                        "tBTCUSD",
                        side,
                        "EXCHANGE_MARKET",
                        new BigDecimal(amount),
                        NOON + atMs);
        for (int i = 0; i < fills.length; i += 2) {
            order.onFill(new BigDecimal(fills[i]), new BigDecimal(fills[i + 1]));
        }
        orders.add(order);
    }

    private String odd() {
        List<String> all = new ArrayList<>();
        for (FillComparison.Odd each : new FillComparison(live, tested).odd()) {
            all.add(each.why() + " " + each.words());
        }
        return String.join("; ", all).strip();
    }

    @Test
    void shouldAgreeWhenPartsOfOnePriceComeToTheSame() {
        order(live, 0, Side.BUY, "1", "100", "0.4", "100", "0.6");
        order(live, 5_000, Side.SELL, "1", "101", "1");
        order(tested, 900, Side.BUY, "1.0", "100.0", "1");
        order(tested, 4_100, Side.SELL, "1", "101", "1");

        FillComparison fills = new FillComparison(live, tested);

        assertEquals(2, fills.alike());
        assertEquals(1, fills.share());
    }

    @Test
    void shouldSayHowFarPricesOfTheSameOrdersAreApart() {
        order(live, 0, Side.BUY, "2", "100", "1", "102", "1");
        order(tested, 10, Side.BUY, "2", "102.01", "2");
        order(live, 5_000, Side.SELL, "1", "200", "1");
        order(tested, 5_000, Side.SELL, "1", "204", "1");
        order(live, 9_000, Side.SELL, "1", "200", "1");
        order(tested, 9_000, Side.SELL, "1");

        PriceDifference prices = new FillComparison(live, tested).prices();

        assertEquals(2, prices.orders());
        assertEquals((1 + 2) / 2.0, prices.apartPercent(), 1e-9);
        assertEquals((1 - 2) / 2.0, prices.worsePercent(), 1e-9);
    }

    @Test
    void shouldFindNoPricesApartWhereNothingWasFilled() {
        PriceDifference prices = new FillComparison(live, tested).prices();

        assertEquals(0, prices.orders());
        assertEquals(0, prices.apartPercent());
        assertEquals(0, prices.worsePercent());
    }

    @Test
    void shouldTakeTheNearestOfTheSameSide() {
        order(live, 0, Side.BUY, "1", "100", "1");
        order(live, 100, Side.BUY, "1", "101", "1");
        order(tested, 10, Side.BUY, "1", "100", "1");
        order(tested, 20, Side.SELL, "1");
        order(tested, 110, Side.BUY, "1", "101", "1");

        assertEquals("", odd());
    }

    @Test
    void shouldSayWhyAFillHasNoLike() {
        order(live, 0, Side.BUY, "1", "100", "1");
        order(live, 100_000, Side.BUY, "1", "100", "1");
        order(tested, 102_500, Side.BUY, "1", "100", "1");
        order(live, 200_000, Side.BUY, "1", "100", "1");
        order(tested, 200_000, Side.BUY, "2", "100", "2");
        order(live, 300_000, Side.BUY, "1", "100", "1");
        order(tested, 300_000, Side.BUY, "1");
        order(live, 400_000, Side.BUY, "1", "100", "1");
        order(tested, 400_000, Side.BUY, "1", "101", "1");
        order(live, 500_000, Side.BUY, "1", "100", "1");
        order(tested, 500_000, Side.BUY, "1", "100", "0.3");
        order(live, 600_000, Side.BUY, "1");
        order(tested, 600_000, Side.BUY, "1", "99", "1");
        order(tested, 700_000, Side.SELL, "1", "99", "1");

        assertEquals(
                "NOT_SENT ; AT_ANOTHER_TIME 2500 ms later; OF_ANOTHER_AMOUNT 2; NOT_FILLED ;"
                        + " AT_ANOTHER_PRICE 101; IN_PART 0.3; FILLED_ALONE ; SENT_ALONE",
                odd());
        assertEquals(0, new FillComparison(live, tested).share());
    }

    @Test
    void shouldTellFillsAtFurtherPricesOfTheBacktest() {
        order(live, 0, Side.BUY, "1", "100", "0.5");
        order(tested, 0, Side.BUY, "1", "100", "0.5", "101", "0.5");

        assertEquals("FILLED_ALONE", odd());
    }

    @Test
    void shouldAgreeWhereNothingWasFilled() {
        order(live, 0, Side.BUY, "1");

        assertEquals(1, new FillComparison(live, tested).share());
    }
}
