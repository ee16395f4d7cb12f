package io.hayate.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.market.Depth.Row;
import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Books built from bursts of the shape that was recorded, against the images that made them. */
class BookModelTest {
    private static final int BURSTS = 400;

    @ParameterizedTest
    @CsvSource({
        "tBTCUSD, P0, 1", "tBTCUSD, P0, 25", "tBTCUSD, P2, 100", "tBTCUSD, P0, 250",
        "tBTCUSD, R0, 1", "tBTCUSD, R0, 25", "tBTCUSD, R0, 100", "tBTCUSD, R0, 250",
        "fUSD, P0, 25", "fUSD, P0, 250", "fUSD, R0, 25", "fUSD, R0, 100"
    })
    void shouldBeTheImageAfterEachBurst(String symbol, BookPrecision precision, int length) {
        BookRig rig = new BookRig(ChannelSpec.book(symbol, precision, "F0", length));
        Random random = new Random(length);
        Random reads = new Random(length);
        Depth depth = new Depth(random, precision.isRaw(), rig.channel.isFunding(), length);
        rig.snapshotRows(depth.snapshot());
        rig.burstEnd();
        int shown = 1;

        for (int i = 0; i < BURSTS; i++) {
            List<double[]> rows = depth.burst();
            for (double[] row : rows) {
                rig.row(row);
                rig.book()
                        .bidAmount(reads.nextInt(2 * length)); // what is read in between counts not
                rig.book().askAmount(reads.nextInt(2 * length));
            }
            rig.burstEnd();
            shown += rows.isEmpty() ? 0 : 1;
            assertSame(rig.book(), depth, precision.isRaw());
        }

        assertEquals(Collections.nCopies(shown, "live"), rig.told());
        assertEquals(0, rig.book().ignored());
        assertFalse(rig.book().isCrossed());
        assertTrue(rig.book().isWhole());
    }

    private static void assertSame(OrderBook book, Depth depth, boolean raw) {
        List<Row> bids = raw ? sums(depth.shown(Side.BUY)) : depth.shown(Side.BUY);
        List<Row> asks = raw ? sums(depth.shown(Side.SELL)) : depth.shown(Side.SELL);
        assertLevels(book, bids, Side.BUY);
        assertLevels(book, asks, Side.SELL);
        if (raw) {
            assertOrders(book, depth.shown(Side.BUY), Side.BUY);
            assertOrders(book, depth.shown(Side.SELL), Side.SELL);
        }
        double bid = bids.get(0).price();
        double ask = asks.get(0).price();
        double bidAmount = bids.get(0).amount();
        double askAmount = asks.get(0).amount();
        assertEquals((bid + ask) / 2, book.midPrice());
        assertEquals(ask - bid, book.spread());
        assertEquals(
                (bid * askAmount + ask * bidAmount) / (bidAmount + askAmount), book.microprice());
        for (int levels : new int[] {1, 5, 25, 1_000}) {
            double wanted = sum(bids, levels);
            double offered = sum(asks, levels);
            assertEquals((wanted - offered) / (wanted + offered), book.imbalance(levels));
        }
    }

    /** Levels of orders, which come by price and then number. */
    private static List<Row> sums(List<Row> orders) {
        List<Row> levels = new ArrayList<>();
        for (Row order : orders) {
            Row last = levels.isEmpty() ? null : levels.get(levels.size() - 1);
            boolean same =
                    last != null
                            && last.ticks() == order.ticks()
                            && last.period() == order.period();
            if (same) {
                levels.remove(levels.size() - 1);
            }
            levels.add(
                    new Row(
                            order.side(),
                            0,
                            order.ticks(),
                            order.period(),
                            same ? last.amount() + order.amount() : order.amount(),
                            same ? last.count() + 1 : 1));
        }
        return levels;
    }

    private static double sum(List<Row> rows, int count) {
        double sum = 0;
        for (Row row : rows.subList(0, Math.min(count, rows.size()))) {
            sum += row.amount();
        }
        return sum;
    }

    private static void assertLevels(OrderBook book, List<Row> rows, Side side) {
        boolean bids = side == Side.BUY;
        assertEquals(rows.size(), bids ? book.bidLevels() : book.askLevels());
        List<Double> visited = new ArrayList<>();
        book.forEachLevel(side, (level, price, amount, count) -> visited.add(price));
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            assertEquals(row.price(), bids ? book.bidPrice(i) : book.askPrice(i));
            assertEquals(row.amount(), bids ? book.bidAmount(i) : book.askAmount(i));
            assertEquals(row.count(), bids ? book.bidCount(i) : book.askCount(i));
            assertEquals(row.period(), bids ? book.bidPeriod(i) : book.askPeriod(i));
            assertEquals(row.price(), visited.get(i));
        }
        assertEquals(rows.size(), visited.size());
        assertTaking(book, rows, side);
    }

    private static void assertTaking(OrderBook book, List<Row> rows, Side side) {
        Side taker = side == Side.BUY ? Side.SELL : Side.BUY;
        double price = rows.get(rows.size() / 2).price();
        List<Row> upTo = rows.stream().filter(r -> (r.price() - price) * side.sign() >= 0).toList();
        assertEquals(sum(upTo, rows.size()), book.depthTo(side, price));
        assertEquals(rows.get(0).price(), book.worstPriceFor(taker, rows.get(0).amount() / 2));
        double all = sum(rows, rows.size());
        double cost = rows.stream().mapToDouble(r -> r.price() * r.amount()).sum();
        assertEquals(cost / all, book.priceFor(taker, all * (1 - 1e-12)), cost / all * 1e-9);
        assertEquals(Double.NaN, book.priceFor(taker, all * 1.01));
        assertEquals(
                rows.get(rows.size() - 1).price(), book.worstPriceFor(taker, all * (1 - 1e-9)));
    }

    private static void assertOrders(OrderBook book, List<Row> rows, Side side) {
        assertEquals(rows.size(), book.orders(side));
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            assertEquals(row.id(), book.orderId(side, i));
            assertEquals(row.price(), book.orderPrice(side, i));
            assertEquals(row.amount(), book.orderAmount(side, i));
            assertEquals(row.period(), book.orderPeriod(side, i));
        }
    }
}
