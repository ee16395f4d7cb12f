package io.hayate.view.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.portfolio.FillHistory;
import io.hayate.portfolio.Portfolio;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the console shows of positions, profit and fills. */
class PortfolioLinesTest {
    private static final long NOON_MS = 1_795_435_200_000L;
    private static final long ONE = 100_000_000L;

    private final Instruments instruments =
            Instruments.of(List.of("tBTCUSD", "tETHBTC", "tTESTBTCF0:TESTUSDTF0"));
    private final Portfolio portfolio = new Portfolio();
    private final PortfolioLines lines = new PortfolioLines(portfolio, instruments);

    private void fill(int id, long units, double price) {
        Instrument instrument = instruments.get(id);
        assertTrue(portfolio.onFill(instrument, units, price));
        portfolio.history().add(NOON_MS, id, units, price, 20_000_001L);
    }

    @Test
    void shouldSayThatThereIsNothingWhenNothingWasTraded() {
        assertEquals(List.of("no position: bought is what was sold"), lines.positions());
        assertEquals(List.of("no profit and no loss: nothing was traded"), lines.profit());
        assertEquals(List.of("no fills yet"), lines.history(20));
    }

    @Test
    void shouldShowAPositionWithWhatItCostAndIsWorth() {
        fill(0, ONE / 100, 97_001.5);
        assertEquals(
                List.of("BTCUSD      0.01 BTC, average 97001.5 USD, no healthy price yet"),
                lines.positions());

        portfolio.onMark(0, 97_010.5, NOON_MS);
        portfolio.onFee(instruments.get(0), "BTC", -0.00002);
        assertEquals(
                List.of(
                        "BTCUSD      0.01 BTC, average 97001.5 USD, sellable 0.00998, now 97010.5 at",
                        "            12:00:00 UTC, unrealised 0.09"),
                lines.positions());
    }

    @Test
    void shouldShowProfitByCurrencyAndNoSumOfThem() {
        fill(0, ONE, 100);
        fill(0, -ONE / 2, 110);
        fill(1, -ONE, 0.05);
        portfolio.onFee(instruments.get(0), "USD", -0.11);
        portfolio.onMark(0, 120, NOON_MS);

        assertEquals(
                List.of(
                        "USD         realised 5, unrealised 10, equity with fees 14.89, of 1 instrument",
                        "BTC         realised 0, unrealised not known: 1 position without a healthy",
                        "            price, of 1 instrument",
                        "fees        -0.11 USD",
                        "no sum of these: no rate between the currencies is stated"),
                lines.profit());
        assertEquals(
                List.of(
                        "5 USD realised",
                        "10 USD unrealised",
                        "0 BTC realised",
                        "unknown unrealised"),
                lines.profitByCurrency());
    }

    @Test
    void shouldShowTheLatestFillsAndHowManyThereWere() {
        fill(0, ONE, 100);
        fill(1, -ONE / 4, 0.05);
        assertEquals(
                List.of(
                        "12:00:00 UTC  bought 1 BTCUSD @ 100, order 20000001",
                        "12:00:00 UTC  sold 0.25 ETHBTC @ 0.05, order 20000001"),
                lines.history(20));

        for (int i = 0; i < FillHistory.KEPT; i++) {
            fill(0, 1, 100);
        }
        List<String> all = lines.history(1_000);
        assertEquals(FillHistory.KEPT + 1, all.size());
        assertEquals("258 fills since the start, the last 256 are kept", all.get(0));
        assertEquals(3, lines.history(2).size());
    }

    @Test
    void shouldStayWithin80Columns() {
        fill(2, -123_456_789_012_345L, 123_456.12345678);
        fill(2, 1, 0.00000001);
        portfolio.onEstimate(2, 123_456_789L);
        portfolio.onMark(2, 123_456.12345678, NOON_MS);
        portfolio.onFee(instruments.get(2), "TESTBTCF0", -1_234_567.12345678);
        portfolio.onFee(instruments.get(2), "TESTUSDTF0", -1_234_567.12345678);

        for (List<String> each : List.of(lines.positions(), lines.profit(), lines.history(9))) {
            each.forEach(line -> assertTrue(line.length() <= 80, line));
        }
    }
}
