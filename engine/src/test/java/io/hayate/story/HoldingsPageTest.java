package io.hayate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.journal.RecordType;
import io.hayate.model.OrderStatus;
import io.hayate.model.Side;
import io.hayate.number.Decimals;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the fills of a journal have come to: each once, at its own price, by average cost. */
class HoldingsPageTest {
    private static final long ID = StoryRig.FIRST_ID;

    @TempDir private Path root;
    private StoryRig rig;

    @BeforeEach
    void setUp() throws IOException {
        rig = StoryRig.below(root);
    }

    private void filled(long number, Side side, double amount, double price) {
        rig.order(number, side, amount, price);
        rig.fill(number, number - ID + 1, number, side, amount, price);
        rig.fee(number, number - ID + 1, number, side, amount, price);
    }

    private String positions(boolean isJson) {
        assertEquals(null, rig.answers(isJson).positions());
        return rig.printed.toString();
    }

    private String profit(boolean isJson) {
        assertEquals(null, rig.answers(isJson).profit());
        return rig.printed.toString();
    }

    @Test
    void shouldKeepCostAndProfitOverTheEndOfARun() {
        filled(ID, Side.BUY, 0.02, 9_000);
        filled(ID + 1, Side.BUY, 0.02, 9_100);
        rig.kill();
        rig.begin();
        filled(ID + 2, Side.SELL, 0.01, 9_500);
        rig.end();

        String held = positions(false);
        assertTrue(
                held.startsWith("BTCUSD      0.03 BTC, average 9050 USD, sellable 0.02994"), held);
        assertTrue(held.contains("UTC, unrealised 13.5"), held);
        assertTrue(held.lines().allMatch(line -> line.length() <= 80), held);
        String profit = profit(false);
        assertTrue(profit.startsWith("USD         realised 4.5, unrealised 13.5, "), profit);
        assertTrue(profit.contains("fees        -0.00006 BTC"), profit);
    }

    @Test
    void shouldWriteExactDecimalsForPrograms() {
        filled(ID, Side.BUY, 0.03, 9_000.1);
        filled(ID + 1, Side.SELL, 0.01, 9_500.3);
        rig.end();

        String held = positions(true);
        assertTrue(held.contains("\"position\":\"0.02\",\"sellable\":\"0.01996\""), held);
        assertTrue(held.contains("\"averagePrice\":\"9000.1\",\"cost\":\"180.002\""), held);
        assertTrue(held.contains("\"realised\":\"5.002\""), held);
        String profit = profit(true);
        assertTrue(
                profit.contains("{\"currency\":\"USD\",\"fees\":\"0\",\"realised\":\"5.002\""),
                profit);
        assertTrue(profit.contains("{\"currency\":\"BTC\",\"fees\":\"-0.00004\","), profit);
        assertEquals(1, profit.lines().count());
    }

    /** Rows told of it first, at the average price that they say; its own message came late. */
    @Test
    void shouldCountAnAdoptedFillOnceAndAtItsOwnPriceInTheEnd() {
        rig.order(ID, Side.BUY, 0.02, 9_500);
        rig.row(ID, 7, OrderStatus.PARTIALLY_FILLED, 0.01, 0.02);
        rig.note(
                RecordType.ADOPTED, ID, 7, note -> note.value(units(0.01)).otherValue(units(0.01)));
        assertTrue(positionsNow().startsWith("BTCUSD      0.01 BTC, average 9500 USD"));
        rig.fill(ID, 7, 1, Side.BUY, 0.01, 9_400);
        rig.fill(ID, 7, 1, Side.BUY, 0.01, 9_400);
        rig.end();

        String held = positions(false);
        assertTrue(held.startsWith("BTCUSD      0.01 BTC, average 9400 USD"), held);
    }

    private String positionsNow() {
        rig.pass(1_000_000);
        rig.segments.doWork();
        return positions(false);
    }

    private static long units(double amount) {
        return Decimals.toUnits(amount);
    }

    @Test
    void shouldCountNothingOfSomebodyElse() {
        rig.order(ID, Side.BUY, 5, 9_500);
        rig.fill(ID, 77, 1, Side.SELL, 5, 9_400);
        rig.fill(0, 78, 2, Side.BUY, 5, 9_300);
        rig.end();

        assertTrue(positions(false).startsWith("no position: bought is what was sold"));
        assertTrue(profit(false).startsWith("no profit and no loss: nothing was traded"));
    }
}
