package io.hayate.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Side;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileBookTest {
    private final BookRig levels = new BookRig(ChannelSpec.book("tBTCUSD"));
    private final BookRig raw =
            new BookRig(ChannelSpec.book("tBTCUSD", BookPrecision.R0, "F0", 25));

    @Test
    void shouldHoldLevelOnceWhenItComesTwice() {
        levels.snapshot("[[100,1,1],[100,1,1],[101,1,-1]]");
        levels.burst("[[100,2,5],[100,2,5]]");

        assertEquals(1, levels.book().bidLevels());
        assertEquals(5, levels.book().bidAmount());
    }

    @Test
    void shouldHoldOrderOnceWhenItComesTwice() {
        raw.snapshot("[[1,100,2],[1,100,2],[2,100,3]]");

        assertEquals(2, raw.book().orders(Side.BUY));
        assertEquals(5, raw.book().bidAmount());
    }

    @Test
    void shouldIgnoreDeleteOfUnknownOrder() {
        raw.snapshot("[[1,100,2],[2,101,-3]]");
        raw.burst("[[7,0,1],[8,0,-1]]");

        assertEquals(2, raw.book().ignored());
        assertEquals(1, raw.book().orders(Side.BUY));
        assertTrue(raw.book().isHealthy());
    }

    @Test
    void shouldMoveOrderWhenPriceChanges() {
        raw.snapshot("[[1,100,2],[2,100,3],[9,101,-1]]");
        raw.burst("[1,99.5,2]");

        assertEquals(2, raw.book().bidLevels());
        assertEquals(3, raw.book().bidAmount());
        assertEquals(1, raw.book().orderId(Side.BUY, 1));
        assertEquals(99.5, raw.book().bidPrice(1));
    }

    @Test
    void shouldMoveOrderWhenSideChanges() {
        raw.snapshot("[[1,100,2],[2,99,3],[9,101,-1]]");
        raw.burst("[1,100,-2]");

        assertEquals(99, raw.book().bidPrice());
        assertEquals(100, raw.book().askPrice());
        assertEquals(1, raw.book().bidLevels());
        assertEquals(2, raw.book().askLevels());
    }

    @Test
    void shouldDeleteOrderWhateverSideTheDeleteNames() {
        raw.snapshot("[[1,100,2],[9,101,-1]]");
        raw.burst("[1,0,-1]");

        assertEquals(0, raw.book().bidLevels());
        assertEquals(1, raw.book().askLevels());
    }

    @Test
    void shouldIgnoreNumbersThatCannotBe() {
        levels.snapshot("[[100,1,1],[101,1,-1]]");
        levels.row(new double[] {99, 1, Double.NaN});
        levels.row(new double[] {Double.NaN, 1, 5});
        levels.row(new double[] {99, 1, Double.POSITIVE_INFINITY});
        levels.row(new double[] {99, 1, 0});
        levels.row(new double[] {Double.NaN, 0, 1});
        raw.row(new double[] {1, Double.NaN, 1});

        assertEquals(5, levels.book().ignored());
        assertEquals(1, levels.book().bidLevels());
        assertEquals(1, raw.book().ignored());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldKeepTheBestAndSaySoWhenThereAreTenTimesTooMany(boolean orders) {
        BookRig rig = orders ? raw : levels;
        rig.snapshot(orders ? "[[1,1000,1],[2,2000,-1]]" : "[[1000,1,1],[2000,1,-1]]");
        rig.told();
        Random random = new Random(7);
        TreeMap<Integer, Double> all = new TreeMap<>();
        all.put(1_000, 1.0);
        for (int i = 0; i < 250; i++) {
            int price = 1_000 + random.nextInt(900);
            if (all.putIfAbsent(price, 1.0 + i) == null) {
                rig.row(
                        orders
                                ? new double[] {10 + i, price, 1.0 + i}
                                : new double[] {price, 1, 1.0 + i});
            }
        }
        rig.burstEnd();

        assertEquals(List.of("resync more levels than there is room for"), rig.told());
        assertEquals(114, rig.book().bidLevels());
        assertEquals(all.size() - 114, rig.book().dropped());
        assertFalse(rig.book().isWhole());
        for (int i = 0; i < 114; i++) {
            assertEquals(all.lastKey().doubleValue(), rig.book().bidPrice(i));
            assertEquals((double) all.pollLastEntry().getValue(), rig.book().bidAmount(i));
        }
    }

    @Test
    void shouldStayConsistentWhenOrdersAreArbitrary() {
        Random random = new Random(11);
        for (int i = 0; i < 200_000; i++) {
            double price = random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(40);
            double amount = price == 0 ? 1 : 1 + random.nextInt(9);
            int sign = random.nextBoolean() ? 1 : -1;
            raw.row(new double[] {random.nextInt(300), price, sign * amount});
            if (i % 997 == 0) {
                assertSums(Side.BUY);
                assertSums(Side.SELL);
            }
        }
        for (int id = 0; id < 300; id++) {
            raw.row(new double[] {id, 0, 1});
        }
        assertTrue(raw.book().isEmpty());
    }

    private void assertSums(Side side) {
        OrderBook book = raw.book();
        double sum = 0;
        for (int i = 0; i < book.orders(side); i++) {
            sum += book.orderAmount(side, i);
        }
        assertEquals(sum, book.depthTo(side, side == Side.BUY ? 0 : 1e9));
    }
}
