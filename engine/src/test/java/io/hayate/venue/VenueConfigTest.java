package io.hayate.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.model.ConfigException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class VenueConfigTest {
    private static final VenueConfig DEFAULTS = VenueConfig.DEFAULTS;

    @Test
    void shouldNameKeyRuleAndValueWhenSettingIsWrong() {
        assertRefused(
                "embedded.port must be from 0 to 65535: was 65536",
                () -> DEFAULTS.withPort(65_536));
        assertRefused(
                "embedded.tickers-per-second must be from 0 to 100000: was -1.0",
                () -> DEFAULTS.withTickersPerSecond(-1));
        assertRefused(
                "embedded.tickers-per-second must be from 0 to 100000: was NaN",
                () -> DEFAULTS.withTickersPerSecond(Double.NaN));
        assertRefused(
                "embedded.heartbeat-ms must be from 0 to 600000: was -1",
                () -> DEFAULTS.withHeartbeatMs(-1));
        assertRefused(
                "embedded.subscriptions-max must be from 1 to 10000: was 0",
                () -> DEFAULTS.withSubscriptionsMax(0));
        assertRefused(
                "embedded.idle-timeout-ms must be from 1 to 86400000: was 0",
                () -> DEFAULTS.withIdleTimeoutMs(0));
    }

    @Test
    void shouldNameKeyRuleAndValueWhenBooksAreWrong() {
        assertRefused(
                "embedded.book-interval must be from 0 to 60000: was -1",
                () -> DEFAULTS.withBooks(new BookConfig(-1, 0, 0)));
        assertRefused(
                "embedded.checksum-interval must be from 0 to 3600000: was 3600001",
                () -> DEFAULTS.withBooks(new BookConfig(0, 3_600_001, 0)));
        assertRefused(
                "embedded.book-changes-per-second must be from 0 to 100000: was -1",
                () -> DEFAULTS.withBooks(new BookConfig(0, 0, -1)));
    }

    @Test
    void shouldRefuseSymbolsThatCannotBe() {
        assertRefused(
                "embedded.symbols must name at least one symbol: was []",
                () -> DEFAULTS.withSymbols(List.of()));
        assertRefused(
                "embedded.symbols must be like tBTCUSD, tDOGE:USD or fUSD: was BTCUSD",
                () -> DEFAULTS.withSymbols(List.of("BTCUSD")));
        assertRefused(
                "embedded.symbols must differ from one another: was [fUSD, fUSD]",
                () -> DEFAULTS.withSymbols(List.of("fUSD", "fUSD")));
    }

    private static void assertRefused(String message, Executable change) {
        assertEquals(message, assertThrows(ConfigException.class, change).getMessage());
    }
}
