package io.hayate.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Instrument;
import io.hayate.number.ExactSum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Positions, cost and profit are those of a model of decimals without bounds. */
class PortfolioTest {
    private static final Instrument BTCUSD = new Instrument(0, "tBTCUSD");
    private static final Instrument ETHBTC = new Instrument(3, "tETHBTC");
    private static final long ONE = 100_000_000L;
    private static final MathContext EXACT = new MathContext(80);

    private final Portfolio portfolio = new Portfolio();
    private final Holding held = new Holding();

    private Holding btc() {
        return portfolio.read(BTCUSD.id(), held);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private static void assertSame(BigDecimal expected, BigDecimal actual, Object where) {
        assertEquals(0, expected.compareTo(actual), where + ": " + expected + ", not " + actual);
    }

    /** The same by average cost, with 80 digits. */
    private static final class Model {
        private BigDecimal units = BigDecimal.ZERO;
        private BigDecimal cost = BigDecimal.ZERO;
        private BigDecimal realised = BigDecimal.ZERO;
        private BigDecimal cash = BigDecimal.ZERO;

        void trade(BigDecimal amount, BigDecimal price) {
            cash = cash.subtract(amount.multiply(price));
            BigDecimal rest = amount;
            if (units.signum() * amount.signum() < 0) {
                BigDecimal closed = amount.abs().min(units.abs());
                BigDecimal part = cost.multiply(closed).divide(units.abs(), EXACT);
                BigDecimal signed = amount.signum() < 0 ? closed.negate() : closed;
                cost = cost.subtract(part);
                realised = realised.subtract(part).subtract(signed.multiply(price));
                units = units.add(signed);
                rest = amount.subtract(signed);
            }
            cost = cost.add(rest.multiply(price));
            units = units.add(rest);
        }
    }

    @Test
    void shouldAgreeWithAModelOverRandomFills() {
        for (int seed = 0; seed < 40; seed++) {
            compare(new Random(seed), new Instrument(seed, "tBTCUSD"));
        }
    }

    private void compare(Random random, Instrument instrument) {
        Model model = new Model();
        BigDecimal tolerance = BigDecimal.ZERO;
        int digits = 1 + random.nextInt(8);
        for (int i = 0; i < 1_000; i++) {
            long units = 1 + (random.nextLong() >>> (64 - 4 * digits));
            boolean isClosing = random.nextInt(6) == 0 && model.units.signum() != 0;
            units = isClosing ? -portfolio.units(instrument.id()) : units;
            units = !isClosing && random.nextBoolean() ? -units : units;
            double price = (1 + random.nextInt(99_999)) / Math.pow(10, random.nextInt(12));
            if (!ExactSum.isExactPrice(price)) {
                continue;
            }
            assertTrue(portfolio.onFill(instrument, units, price));
            model.trade(BigDecimal.valueOf(units, 8), new BigDecimal(Double.toString(price)));
            tolerance = tolerance.add(new BigDecimal("1e-20"));
            check(model, portfolio.read(instrument.id(), held), tolerance);
        }
    }

    private static void check(Model model, Holding held, BigDecimal tolerance) {
        BigDecimal realised = held.realised().toBigDecimal();
        BigDecimal cost = held.cost().toBigDecimal();
        assertSame(model.units, BigDecimal.valueOf(held.units(), 8), "units");
        assertSame(model.cash, realised.subtract(cost), "cash");
        assertTrue(model.realised.subtract(realised).abs().compareTo(tolerance) <= 0, "profit");
        if (held.units() == 0) {
            assertSame(BigDecimal.ZERO, cost, "cost of nothing");
            assertNull(held.averageShown());
        } else {
            BigDecimal average = model.cost.divide(model.units, EXACT);
            BigDecimal shown = average.setScale(8, RoundingMode.HALF_EVEN);
            assertTrue(shown.subtract(held.averageShown()).abs().doubleValue() <= 1.1e-8);
        }
    }

    @Test
    void shouldHoldTheAverageCostAndTakeTheProfitOfAPart() {
        portfolio.onFill(BTCUSD, ONE, 100);
        portfolio.onFill(BTCUSD, ONE, 110);
        portfolio.onFill(BTCUSD, -ONE / 2, 120);

        assertEquals(1.5, btc().position());
        assertEquals(105, btc().averagePrice());
        assertEquals(7.5, btc().realisedProfit());
        assertEquals(3, btc().fills());
    }

    @Test
    void shouldTurnFromLongToShortInOneFill() {
        portfolio.onFill(BTCUSD, ONE, 100);
        portfolio.onFill(BTCUSD, -3 * ONE, 90);

        assertEquals(-2, btc().position());
        assertEquals(90, btc().averagePrice());
        assertEquals(-10, btc().realisedProfit());
        portfolio.onFill(BTCUSD, 2 * ONE, 80);
        assertEquals(10, btc().realisedProfit());
        assertTrue(btc().cost().isZero());
        assertEquals(Double.NaN, btc().averagePrice());
    }

    @Test
    void shouldTellNoUnrealisedProfitWithoutAPrice() {
        assertEquals(0, btc().unrealisedProfit());
        assertTrue(btc().isMarked());

        portfolio.onFill(BTCUSD, 2 * ONE, 100);
        assertFalse(btc().isMarked());
        assertEquals(Double.NaN, btc().unrealisedProfit());
        assertFalse(btc().equity(new ExactSum()));

        portfolio.onMark(BTCUSD.id(), 101.5, 77);
        assertTrue(btc().isMarked());
        assertEquals(3, btc().unrealisedProfit());
        assertEquals(77, btc().markTimeMs());
    }

    @Test
    void shouldKeepFeesByCurrencyAndTakeThoseInTheBaseOffWhatCanBeSold() {
        portfolio.onFill(BTCUSD, ONE, 100);
        assertTrue(portfolio.onFee(BTCUSD, "BTC", -0.0020000000001));
        assertTrue(portfolio.onFee(BTCUSD, "USD", -0.1));
        assertTrue(portfolio.onFee(BTCUSD, "USD", 0.3));
        assertTrue(portfolio.onFee(BTCUSD, "LEO", -5));
        portfolio.onMark(BTCUSD.id(), 100, 1);

        assertEquals(99_799_999, btc().sellableUnits());
        assertEquals(decimal("0.2"), Holding.shown(btc().quoteFees()));
        assertEquals(decimal("-0.002"), Holding.shown(btc().baseFees()));
        ExactSum sum = new ExactSum();
        int leo = portfolio.currencies().find("LEO");
        assertEquals(decimal("-5"), Holding.shown(portfolio.readFees(leo, sum)));
        assertTrue(btc().equity(sum));
        assertEquals(decimal("0"), Holding.shown(sum)); // 0.2 USD, and 0.002 BTC at 100
    }

    @Test
    void shouldAddUpFeesOfACurrencyOverInstruments() {
        portfolio.onFill(BTCUSD, ONE, 100);
        portfolio.onFill(ETHBTC, -ONE, 0.05);
        portfolio.onFee(BTCUSD, "BTC", -0.002);
        portfolio.onFee(ETHBTC, "BTC", -0.0001);

        int btc = portfolio.currencies().find("BTC");
        ExactSum sum = portfolio.readFees(btc, new ExactSum());
        assertEquals(decimal("-0.0021"), Holding.shown(sum));
        assertEquals(2, portfolio.tradedCount());
        assertEquals(ETHBTC.id(), portfolio.traded(1));
    }

    @Test
    void shouldLeaveAllAsItIsWhenAFillCannotBeAddedUp() {
        portfolio.onFill(BTCUSD, Long.MAX_VALUE, 1);

        assertFalse(portfolio.onFill(BTCUSD, 1, 1));
        assertFalse(portfolio.onFill(BTCUSD, 1, Double.NaN));
        assertFalse(portfolio.onFill(BTCUSD, -1, 1e300));
        assertFalse(portfolio.onFee(BTCUSD, "USD", Double.NaN));

        assertEquals(Long.MAX_VALUE, btc().units());
        assertEquals(1, btc().fills());
    }

    @Test
    void shouldPutTheOwnPriceOfAFillInThePlaceOfAnEstimate() {
        portfolio.onFill(BTCUSD, ONE, 100);
        portfolio.onFill(BTCUSD, ONE, 110);
        portfolio.onEstimate(BTCUSD.id(), ONE);
        assertEquals(ONE, btc().estimatedUnits());

        assertTrue(portfolio.onCorrection(BTCUSD.id(), ONE, 110, 112));

        assertEquals(106, btc().averagePrice());
        assertEquals(0, btc().realisedProfit());
        assertEquals(0, btc().estimatedUnits());
    }

    @Test
    void shouldCorrectTheProfitOfWhatIsHeldNoMore() {
        portfolio.onFill(BTCUSD, ONE, 100);
        portfolio.onFill(BTCUSD, -ONE, 110);
        portfolio.onEstimate(BTCUSD.id(), ONE);
        portfolio.onCorrection(BTCUSD.id(), -ONE, 110, 112);

        assertEquals(12, btc().realisedProfit());
        assertTrue(btc().cost().isZero());
    }

    @Test
    void shouldBeReadAsAWholeWhileItIsWritten() throws InterruptedException {
        Thread writer =
                new Thread(
                        () -> {
                            for (int i = 0; i < 200_000; i++) {
                                portfolio.onFill(BTCUSD, i % 2 == 0 ? ONE : -ONE, 100);
                            }
                        });
        writer.start();
        int torn = 0;
        while (writer.isAlive()) {
            Holding read = btc();
            boolean isWhole = read.units() == 0 ? read.cost().isZero() : !read.cost().isZero();
            torn += isWhole ? 0 : 1;
        }
        writer.join();

        assertEquals(0, torn);
    }
}
