package io.hayate.venue.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Side;
import io.hayate.venue.TradedConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.book.BookSide;
import io.hayate.venue.wire.Amounts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makers ask for at least. */
class LeastAmountsTest {
    private static Markets markets(TradedConfig traded) {
        return new Markets(
                traded.symbols(), new SeededMarkets(7, traded, new VenueIds(7), () -> 1_000));
    }

    private static List<Long> amounts(Market market) {
        List<Long> all = new ArrayList<>();
        for (Side side : Side.values()) {
            BookSide orders = market.book().side(side);
            for (int rank = 0; rank < orders.count(); rank++) {
                all.add(orders.at(rank).units());
            }
        }
        return all;
    }

    private static void live(Market market) {
        for (int i = 0; i < 2_000; i++) {
            market.step();
            market.act(50);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tBTCUSD", "tBTTUSD", "tETHBTC", "tTESTBTC:TESTUSD", "tBTCF0:USTF0"})
    void shouldAskForNoLessThanAnOrderMayBeOf(String symbol) {
        TradedConfig traded = VenueConfig.DEFAULTS.traded().withSymbols(List.of(symbol));
        Market market = markets(traded).market(symbol);
        long least = Amounts.toUnits(market.minimumAmount());

        live(market);

        assertEquals(List.of(), amounts(market).stream().filter(units -> units < least).toList());
    }

    @Test
    void shouldCancelWhatATakerHasLeftTooLittleOf() {
        TradedConfig traded = VenueConfig.DEFAULTS.traded().withSymbols(List.of("tBTCUSD"));
        Market market = markets(traded).market("tBTCUSD");
        BookOrder best = market.book().bestFor(Side.BUY);
        market.book().take(Side.BUY, best, best.units() - 1);
        assertEquals(1, market.book().bestFor(Side.BUY).units());

        market.act(0);

        assertTrue(market.book().bestFor(Side.BUY).units() > 1);
    }

    @Test
    void shouldAskForNextToNothingWhereThatIsWanted() {
        TradedConfig traded =
                VenueConfig.DEFAULTS.traded().withSymbols(List.of("tBTCUSD")).withDust(true);
        Market market = markets(traded).market("tBTCUSD");

        live(market);

        assertTrue(amounts(market).stream().anyMatch(units -> units < 100));
    }
}
