package io.hayate.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderBookTest {
    private static final String SNAPSHOT =
            "[[100,2,3],[99,1,5],[97,4,2],[101,1,-1],[102,3,-4],[105,1,-10]]";

    private final BookRig rig = new BookRig(ChannelSpec.book("tBTCUSD"));
    private final OrderBook book = rig.book();

    @Test
    void shouldKnowNoPriceWhenEmpty() {
        assertTrue(book.isEmpty());
        assertFalse(book.isCrossed());
        assertEquals(Double.NaN, book.bidPrice());
        assertEquals(Double.NaN, book.askPrice());
        assertEquals(Double.NaN, book.midPrice());
        assertEquals(Double.NaN, book.microprice());
        assertEquals(Double.NaN, book.spread());
        assertEquals(Double.NaN, book.imbalance(5));
        assertEquals(Double.NaN, book.priceFor(Side.BUY, 1));
        assertEquals(0, book.bidAmount());
        assertEquals(0, book.askCount(0));
        assertEquals(0, book.depthTo(Side.BUY, 1));
    }

    @Test
    void shouldTellLevelsBestFirst() {
        rig.snapshot(SNAPSHOT);

        assertEquals(3, book.bidLevels());
        assertEquals(100, book.bidPrice());
        assertEquals(3, book.bidAmount());
        assertEquals(99, book.bidPrice(1));
        assertEquals(4, book.bidCount(2));
        assertEquals(3, book.levels(Side.SELL));
        assertEquals(101, book.askPrice());
        assertEquals(1, book.askAmount());
        assertEquals(102, book.askPrice(1));
        assertEquals(4, book.askAmount(1));
        assertEquals(3, book.askCount(1));
        assertEquals(Double.NaN, book.askPrice(3));
        assertEquals(Double.NaN, book.bidPrice(-1));
        assertEquals(0, book.askAmount(3));
        assertEquals(0, book.bidCount(3));
    }

    @Test
    void shouldShowLevelsUntilVisitorHasSeenEnough() {
        rig.snapshot(SNAPSHOT);
        List<String> seen = new ArrayList<>();

        book.forEachLevel(
                Side.SELL,
                (level, price, amount, count) -> {
                    seen.add(level + " " + price + " " + amount + " " + count);
                    return level < 1;
                });

        assertEquals(List.of("0 101.0 1.0 1", "1 102.0 4.0 3"), seen);
    }

    @Test
    void shouldSumDepthToPrice() {
        rig.snapshot(SNAPSHOT);

        assertEquals(0, book.depthTo(Side.BUY, 100.5));
        assertEquals(8, book.depthTo(Side.BUY, 98));
        assertEquals(10, book.depthTo(Side.BUY, 0));
        assertEquals(5, book.depthTo(Side.SELL, 102));
    }

    @Test
    void shouldTellPriceForAmountFromTheOtherSide() {
        rig.snapshot(SNAPSHOT);

        assertEquals(101, book.priceFor(Side.BUY, 0.5));
        assertEquals((101 + 102 * 2) / 3.0, book.priceFor(Side.BUY, 3));
        assertEquals(102, book.worstPriceFor(Side.BUY, 5));
        assertEquals(105, book.worstPriceFor(Side.BUY, 5.1));
        assertEquals((300 + 99) / 4.0, book.priceFor(Side.SELL, 4));
        assertEquals(97, book.worstPriceFor(Side.SELL, 10));
    }

    @Test
    void shouldTellNoPriceWhenTooThinOrAmountIsNone() {
        rig.snapshot(SNAPSHOT);

        assertEquals(Double.NaN, book.priceFor(Side.BUY, 15.1));
        assertEquals(Double.NaN, book.worstPriceFor(Side.BUY, 15.1));
        assertEquals(Double.NaN, book.priceFor(Side.BUY, 0));
        assertEquals(Double.NaN, book.priceFor(Side.BUY, -1));
        assertEquals(Double.NaN, book.priceFor(Side.BUY, Double.NaN));
    }

    @Test
    void shouldTellMiddleSpreadAndImbalance() {
        rig.snapshot(SNAPSHOT);

        assertEquals(100.5, book.midPrice());
        assertEquals(1, book.spread());
        assertEquals((100 * 1 + 101 * 3) / 4.0, book.microprice());
        assertEquals(0.5, book.imbalance(1));
        assertEquals(-5 / 25.0, book.imbalance(100));
    }

    @Test
    void shouldTellWhenItWasChanged() {
        rig.snapshot(SNAPSHOT);

        assertEquals(6, book.updates());
        assertEquals(rig.nowNs, book.receiveTimeNs());
        assertEquals(1_700_000_000_000L, book.venueTimeMs());
        assertEquals("book BTCUSD P0 F0 25 100.0 / 101.0", book.toString());
    }

    @Test
    void shouldHaveNoOrdersWhenBookIsOfLevels() {
        rig.snapshot(SNAPSHOT);

        assertEquals(0, book.orders(Side.BUY));
        assertThrows(IndexOutOfBoundsException.class, () -> book.orderId(Side.BUY, 0));
    }

    @Test
    void shouldAddUpOrdersOfRawBook() {
        BookRig raw = new BookRig(ChannelSpec.book("tBTCUSD", BookPrecision.R0, "F0", 25));
        raw.snapshot("[[12,100,0.1],[11,100,0.2],[10,99,3],[20,101,-1],[22,101,-2],[21,101,-4]]");
        OrderBook orders = raw.book();

        assertEquals(2, orders.bidLevels());
        assertEquals(0.2 + 0.1, orders.bidAmount());
        assertEquals(2, orders.bidCount(0));
        assertEquals(7, orders.askAmount());
        assertEquals(3, orders.askCount(0));
        assertEquals(3, orders.orders(Side.BUY));
        assertEquals(11, orders.orderId(Side.BUY, 0));
        assertEquals(12, orders.orderId(Side.BUY, 1));
        assertEquals(22, orders.orderId(Side.SELL, 2));
        assertEquals(2, orders.orderAmount(Side.SELL, 2));
        assertEquals(101, orders.orderPrice(Side.SELL, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> orders.orderId(Side.BUY, 3));
    }

    @Test
    void shouldAddUpAnewWhenReadBetweenChangesOfRawBook() {
        BookRig raw = new BookRig(ChannelSpec.book("tBTCUSD", BookPrecision.R0, "F0", 25));
        OrderBook orders = raw.book();
        raw.snapshot("[[1,100,1],[2,99,2],[3,98,3],[4,97,4]]");
        assertEquals(99, orders.bidPrice(1));

        raw.rows("[[5,99,5],[6,99.5,6]]"); // one joins the last level that was read, one comes
        // before
        assertEquals(99.5, orders.bidPrice(1));
        assertEquals(7, orders.bidAmount(2));
        raw.rows("[[3,98,30],[4,0,1]]"); // behind all that was read
        assertEquals(30, orders.bidAmount(3));
        assertEquals(4, orders.bidLevels());
        raw.rows("[[1,0,1],[2,99,20]]");

        assertEquals(99.5, orders.bidPrice());
        assertEquals(25, orders.bidAmount(1));
        assertEquals(2, orders.bidCount(1));
        assertEquals(3, orders.levels(Side.BUY));
    }

    @Test
    void shouldSortNegativePricesAndZero() {
        rig.snapshot("[[0,1,1],[-1,1,2],[1.7e-7,1,3],[-2.5,1,-4],[0,1,-5],[3,1,-6]]");

        assertEquals(1.7e-7, book.bidPrice());
        assertEquals(0.0, book.bidPrice(1));
        assertEquals(-1, book.bidPrice(2));
        assertEquals(-2.5, book.askPrice());
        assertEquals(0.0, book.askPrice(1)); // assertEquals tells it from -0.0
        assertEquals(3, book.askPrice(2));
    }

    @Test
    void shouldNotDriftWhenOrdersOfLevelComeAndGo() {
        BookRig raw = new BookRig(ChannelSpec.book("tBTCUSD", BookPrecision.R0, "F0", 25));
        raw.snapshot("[[1,100,0.1]]");

        for (int i = 0; i < 1_000; i++) {
            raw.burst("[[2,100,1e9],[3,100,0.7]]");
            raw.burst("[[3,0,1],[2,0,1]]");
        }

        assertEquals(0.1, raw.book().bidAmount());
        assertEquals(1, raw.book().bidCount(0));
    }

    @Test
    void shouldKeyFundingByRateAndPeriod() {
        BookRig funding = new BookRig(ChannelSpec.book("fUSD"));
        funding.snapshot(
                "[[0.0003,120,1,-50],[0.0002,30,1,-70],[0.0002,2,3,-10],[0.0001,2,2,1500],"
                        + "[0.0001,30,1,9],[0.0004,2,1,3]]");
        OrderBook book = funding.book();
        funding.burst("[[0.0002,2,0,-1],[0.0001,30,2,10]]");

        assertEquals(List.of("live", "live"), funding.told(), "crossed, as funding is");
        assertEquals(0.0003, book.bidPrice());
        assertEquals(120, book.bidPeriod(0));
        assertEquals(2, book.bidLevels());
        assertEquals(30, book.bidPeriod(1));
        assertEquals(0.0001, book.askPrice(1));
        assertEquals(2, book.askPeriod(0));
        assertEquals(30, book.askPeriod(1));
        assertEquals(10, book.askAmount(1));
        assertEquals(0, book.askPeriod(9));
    }

    @Test
    void shouldKeepOffersOfRawFundingByRatePeriodAndNumber() {
        BookRig funding = new BookRig(ChannelSpec.book("fUSD", BookPrecision.R0, "F0", 25));
        funding.snapshot("[[3,2,0.0002,5],[2,30,0.0002,6],[1,2,0.0002,7],[9,2,0.0001,-4]]");
        OrderBook book = funding.book();

        assertEquals(2, book.askLevels());
        assertEquals(12, book.askAmount());
        assertEquals(30, book.askPeriod(1));
        assertEquals(1, book.orderId(Side.SELL, 0));
        assertEquals(3, book.orderId(Side.SELL, 1));
        assertEquals(30, book.orderPeriod(Side.SELL, 2));
        assertEquals(1, book.orders(Side.BUY));
    }
}
