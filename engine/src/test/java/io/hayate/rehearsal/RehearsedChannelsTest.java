package io.hayate.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsedChannelsTest {
    private static final ChannelSpec MARKET = ChannelSpec.ticker("tBTCUSD");

    private static ChannelSpec book(BookPrecision precision, String frequency, int length) {
        return ChannelSpec.book("tXRPUSD", precision, frequency, length);
    }

    @Test
    void shouldTakeOneOfEachFormThatIsConfigured() {
        List<ChannelSpec> configured =
                List.of(
                        ChannelSpec.ticker("tETHUSD"),
                        ChannelSpec.ticker("tXRPUSD"),
                        ChannelSpec.ticker("fEUR"),
                        ChannelSpec.trades("tETHUSD"),
                        ChannelSpec.trades("tXRPUSD"),
                        ChannelSpec.trades("fEUR"));

        assertEquals(
                List.of(
                        MARKET,
                        ChannelSpec.ticker("fEUR"),
                        ChannelSpec.ticker("tETHUSD"),
                        ChannelSpec.trades("tETHUSD"),
                        ChannelSpec.trades("fEUR")),
                RehearsedChannels.of(configured));
    }

    @Test
    void shouldTakeTheMarketOfTheOrdersWhateverIsConfigured() {
        assertEquals(List.of(MARKET), RehearsedChannels.of(List.of()));
        assertEquals(List.of(MARKET), RehearsedChannels.of(List.of(MARKET)));
    }

    @Test
    void shouldTakeBooksAsTheirChecksumsHaveThem() {
        List<ChannelSpec> configured =
                List.of(book(BookPrecision.P2, "F1", 250), book(BookPrecision.R0, "F0", 100));

        assertEquals(
                List.of(MARKET, book(BookPrecision.P2, "F0", 25), book(BookPrecision.R0, "F0", 25)),
                RehearsedChannels.of(configured));
    }

    @Test
    void shouldAddEachFormThatIsNotConfigured() {
        List<ChannelSpec> configured = List.of(ChannelSpec.candles("1D", "fUSD:p30"));

        List<ChannelSpec> all = RehearsedChannels.ofAllForms(configured);

        assertEquals(List.of(MARKET, ChannelSpec.ticker("fUSD")), all.subList(0, 2));
        assertTrue(all.containsAll(configured));
        assertTrue(all.contains(ChannelSpec.candles("1m", "tBTCUSD")));
        assertTrue(all.contains(ChannelSpec.LIQUIDATIONS));
        assertEquals(12, new LinkedHashSet<>(all).size());
        assertEquals(12, all.size());
    }

    @Test
    void shouldNameEachSymbolOnce() {
        assertEquals(
                List.of("tBTCUSD", "fUSD", "tBTCF0:USTF0"),
                RehearsedChannels.symbolsOf(RehearsedChannels.ofAllForms(List.of())));
    }
}
