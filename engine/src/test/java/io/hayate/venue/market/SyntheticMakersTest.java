package io.hayate.venue.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instrument;
import io.hayate.model.Side;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.book.BookImage;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.book.LimitBook;
import io.hayate.venue.feed.BookRows;
import io.hayate.venue.wire.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticMakersTest {
    private static final long NOW_MS = 1_764_000_000_000L;
    private static final int STEPS = 20_000;

    @ParameterizedTest
    @CsvSource({
        "tBTCUSD, 300",
        "tBTTUSD, 300",
        "tBTCF0:USTF0, 300",
        "tQQQUSD, 300",
        "tETHBTC, 80",
        "tBTC:JPY, 80"
    })
    void shouldKeepTheBookDeepAndUncrossedWhereverThePriceGoes(String symbol, int levelsMin) {
        Market market = market(symbol, 5);
        for (int i = 0; i < STEPS; i++) {
            market.step();
            market.act(3);

            assertUncrossed(market.book());
        }
        BookImage image = new BookImage(ChannelSpec.book(symbol, BookPrecision.P0, "F0", 400));
        image.fill(market.book());
        assertTrue(image.bids().count() >= levelsMin, () -> image.bids().count() + " bids");
        assertTrue(image.asks().count() >= levelsMin, () -> image.asks().count() + " asks");
        assertTrue(market.book().side(Side.BUY).count() < 1_500);
        assertTrue(market.book().side(Side.SELL).count() < 1_500);
    }

    private static Market market(String symbol, long seed) {
        return markets(seed).market(new Instrument(0, symbol));
    }

    private static void assertUncrossed(LimitBook book) {
        BookOrder bid = book.side(Side.BUY).best();
        BookOrder ask = book.side(Side.SELL).best();
        assertTrue(bid.price() < ask.price(), () -> bid.price() + " and " + ask.price());
        assertTrue(bid.units() > 0 && ask.units() > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tBTCUSD", "fUSD"})
    void shouldGiveTheSameBookWhenSeedAndStepsAreTheSame(String symbol) {
        assertEquals(snapshot(symbol, 7), snapshot(symbol, 7));
        assertNotEquals(snapshot(symbol, 7), snapshot(symbol, 8));
    }

    private static String snapshot(String symbol, long seed) {
        Instrument instrument = new Instrument(0, symbol);
        TickerSource source =
                instrument.isFunding() ? markets(seed).funding(instrument) : market(symbol, seed);
        for (int i = 0; i < 500; i++) {
            source.step();
            source.books().act(2);
        }
        ChannelSpec spec = ChannelSpec.book(symbol, BookPrecision.R0, "F0", 250);
        BookImage image = new BookImage(spec);
        image.fill(source.books().book());
        JsonText text = new JsonText();
        new BookRows(spec, source.books().tickScale()).writeSnapshot(text, image);
        return text.toString();
    }

    @Test
    void shouldSumUpWhatTheTwentyFiveBestPricesHold() {
        Market market = market("tBTCUSD", 3);
        market.step();
        BookImage image = new BookImage(ChannelSpec.book("tBTCUSD"));
        image.fill(market.book());
        long sum = 0;
        for (int i = 0; i < image.bids().count(); i++) {
            sum += image.bids().units(i);
        }

        assertEquals(sum, market.book().depthUnits(Side.BUY, 25));
    }

    private static SeededMarkets markets(long seed) {
        return new SeededMarkets(
                seed, VenueConfig.DEFAULTS.traded(), new VenueIds(seed), () -> NOW_MS);
    }
}
