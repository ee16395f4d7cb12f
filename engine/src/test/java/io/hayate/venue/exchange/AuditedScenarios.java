package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.venue.VenueConfig;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/**
 * Two accounts alone in a market, who trade with each other. Maker and taker fees are 0.1 % and 0.2 %, in
 * the currency received. At the end of each test both accounts have changed by their trades alone, exactly.
 */
abstract class AuditedScenarios {
    static final String BTC = "exchange-BTC";
    static final String USD = "exchange-USD";
    static final long BOOK_MS = 1_000;

    final TradingRig rig =
            new TradingRig(VenueConfig.DEFAULTS.withSymbols(List.of("tBTCUSD")).withQuiet(true));
    final TradingClient maker = rig.first().watching();
    final TradingClient taker = rig.second().watching();

    AuditedScenarios() {
        rig.after(BOOK_MS);
        forgetChanges();
    }

    void forgetChanges() {
        for (TradingClient client : List.of(maker, taker)) {
            client.takeChanges(BTC);
            client.takeChanges(USD);
            client.take();
        }
    }

    @AfterEach
    void audit() {
        rig.after(BOOK_MS);
        maker.assertMoneyOfTrades();
        taker.assertMoneyOfTrades();
        assertEquals(List.of(), rig.exchange.findings());
    }

    static List<BigDecimal> changes(String... values) {
        return List.of(values).stream()
                .map(text -> new BigDecimal(text).stripTrailingZeros())
                .toList();
    }

    void assertBook(String price, String amount) {
        rig.after(BOOK_MS);
        BigDecimal expected = new BigDecimal(amount).stripTrailingZeros();
        assertEquals(0, expected.compareTo(maker.level(price)), maker.level(price).toString());
        assertEquals(0, expected.compareTo(taker.level(price)), taker.level(price).toString());
    }
}
