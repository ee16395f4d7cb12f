package io.hayate.venue.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Instrument;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.base.Random64;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.wire.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceProcessTest {
    private static final long NOW_MS = 1_764_000_000_000L;

    @ParameterizedTest
    @ValueSource(ints = {10_000, 10_100, 31_205, 86_710, 99_870, 99_999})
    void shouldStayAtFiveDigitsWithRoomForTheBookWhateverTheStart(int start) {
        PriceProcess price = new PriceProcess(new Random64(start), start);
        for (int i = 0; i < 200_000; i++) {
            price.step();

            assertTrue(price.bid() - 25 >= 10_000);
            assertTrue(price.ask() + 25 <= 99_999);
            assertTrue(price.bid() < price.ask());
            assertTrue(price.last() == price.bid() || price.last() == price.ask());
        }
    }

    @Test
    void shouldGiveTheSameTickersWhenSeedIsTheSame() {
        assertEquals(tickers(7), tickers(7));
        assertNotEquals(tickers(7), tickers(8));
    }

    private static List<String> tickers(long seed) {
        Market market = markets(seed).market(new Instrument(0, "tETHBTC"));
        TickerSource funding = markets(seed).funding(new Instrument(1, "fUSD"));
        JsonText text = new JsonText();
        for (int i = 0; i < 100; i++) {
            market.step();
            funding.step();
            market.writeTicker(text);
            funding.writeTicker(text);
        }
        return List.of(text.toString().split("],\\[", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tBTCUSD", "tSHIB:USD", "tETHBTC", "tBTC:JPY", "tUSTUSD", "tQQQWWW"})
    void shouldKeepTheDayInStepWithThePriceWhateverTheMagnitude(String symbol) {
        Market market = markets(3).market(new Instrument(0, symbol));
        for (int i = 0; i < 5_000; i++) {
            market.step();
            JsonText row = new JsonText();
            market.writeTicker(row);
            String[] fields = row.toString().replaceAll("[\\[\\]]", "").split(",", -1);

            assertEquals(11, fields.length);
            assertEquals("null", fields[10]);
            assertTrue(number(fields[0]) < number(fields[2]), row::toString);
            assertTrue(number(fields[1]) > 0 && number(fields[3]) > 0, row::toString);
            assertTrue(number(fields[9]) <= number(fields[6]), row::toString);
            assertTrue(number(fields[8]) >= number(fields[6]), row::toString);
            assertTrue(number(fields[7]) > 0, row::toString);
            double open = number(fields[6]) - number(fields[4]);
            assertEquals(number(fields[4]) / open, number(fields[5]), 1e-7, row::toString);
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static SeededMarkets markets(long seed) {
        return new SeededMarkets(
                seed, VenueConfig.DEFAULTS.traded(), new VenueIds(seed), () -> NOW_MS);
    }
}
