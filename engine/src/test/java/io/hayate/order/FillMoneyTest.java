package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.number.ExactSum;
import io.hayate.portfolio.Holding;
import io.hayate.portfolio.Portfolio;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What fills cost and bring, and their fees, are counted once, whichever message told them. */
class FillMoneyTest {
    private final OrderRig rig = OrderRig.live();
    private final Portfolio portfolio = rig.positions.portfolio();
    private final Holding held = new Holding();

    private Holding btc() {
        return portfolio.read(OrderRig.BTCUSD, held);
    }

    private OrderFrames buy(double amount) {
        rig.buy(amount);
        return rig.venue(501);
    }

    private BigDecimal fees(String currency) {
        int number = portfolio.currencies().find(currency);
        return Holding.shown(portfolio.readFees(number, new ExactSum()));
    }

    @Test
    void shouldCountTheFeeOfAFillOnceHoweverOftenItIsTold() {
        OrderFrames frames = buy(0.02);
        rig.receive(frames.fill(1, 0.01, 86_700));
        rig.receive(frames.fee(1, 0.01, 86_700));
        rig.receive(frames.fee(1, 0.01, 86_700));
        BigDecimal once = fees("BTC");
        rig.receive(frames.fee(2, 0.01, 86_700)); // its te was lost
        rig.receive(frames.fee(2, 0.01, 86_700));

        assertTrue(once.signum() < 0, "" + once);
        assertEquals(once.add(once).stripTrailingZeros(), fees("BTC"));
        assertEquals(2_000_000 - sold(once.add(once)), btc().sellableUnits());
        assertEquals(2, btc().fills());
    }

    private static long sold(BigDecimal fee) {
        return fee.negate().movePointRight(8).longValueExact();
    }

    @Test
    void shouldTakeThePriceOfARowUntilItsFillsTellTheirOwn() {
        OrderFrames frames = buy(0.01);
        rig.receive(frames.executed(86_717));
        rig.pass(5_000);
        assertEquals(86_717, btc().averagePrice());
        assertEquals(1_000_000, btc().estimatedUnits());

        rig.receive(frames.fill(1, 0.004, 86_700));
        rig.receive(frames.fill(2, 0.006, 86_728));

        assertEquals(86_716.8, btc().averagePrice());
        assertEquals(0, btc().estimatedUnits());
        assertEquals(0, btc().realisedProfit());
    }

    @Test
    void shouldTakeOfARowWhatIsMissingAtThePriceThatMakesItsAverage() {
        OrderFrames frames = buy(0.01);
        rig.receive(frames.fill(1, 0.004, 100));
        rig.receive(frames.executed(106));
        rig.pass(5_000);
        assertEquals(106, btc().averagePrice());

        rig.receive(frames.fill(2, 0.006, 111));

        assertEquals(new BigDecimal("106.6"), btc().averageShown());
        assertEquals(0, btc().estimatedUnits());
    }

    @Test
    void shouldTellNewsOfRowsBeforeTheirFills() {
        OrderFrames frames = buy(0.01);
        rig.receive(frames.partlyFilled(0.006, 100));
        rig.pass(5_000);
        rig.receive(frames.executed(106));
        rig.pass(5_000);
        assertEquals(106, btc().averagePrice());
        assertEquals(1_000_000, btc().estimatedUnits());

        rig.receive(frames.fill(1, 0.01, 105));

        assertEquals(105, btc().averagePrice());
        assertEquals(0, btc().estimatedUnits());
    }

    @Test
    void shouldTakeTheProfitOfASellAtTheAverageCost() {
        buy(0.02);
        rig.receive(rig.venue(501).fill(1, 0.01, 100));
        rig.receive(rig.venue(501).fill(2, 0.01, 110));
        rig.sell(0.01);
        rig.receive(rig.venue(502).fill(3, -0.01, 120));

        assertEquals(0.01, btc().position());
        assertEquals(105, btc().averagePrice());
        assertEquals(new BigDecimal("0.15"), Holding.shown(btc().realised()));
    }
}
