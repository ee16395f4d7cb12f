package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.AccountConfig;
import io.hayate.venue.AccountRules;
import io.hayate.venue.AccountsConfig;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.FrameFault;
import io.hayate.venue.RestTotals;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueTotals;
import io.hayate.venue.exchange.FaultControls;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VenueLinesTest {
    private static final URI URL = URI.create("ws://127.0.0.1:8765/ws/2");

    @Test
    void shouldSayHowToConnectAndWithWhichKey() {
        assertEquals(
                List.of(
                        "venue listening on ws://127.0.0.1:8765/ws/2 (Ctrl-C stops it)",
                        "  REST         http://127.0.0.1:8765/v2/",
                        "  API keys     demo-key, secret demo-secret (demo)",
                        "               demo-key-2, secret demo-secret-2 (demo-2)",
                        "  symbols      BTCUSD ETHUSD XRPUSD ETHBTC DOGE:USD BTTUSD BTCF0:USTF0"
                                + " fUSD",
                        "               BTCEUR BTCUST TESTBTC:TESTUSD TESTBTCF0:TESTUSDTF0",
                        "  market       seed 1, others trade, too (--quiet: only clients)",
                        "  faults       none",
                        "  a client     export BFX_API_KEY=demo-key",
                        "               export BFX_API_SECRET=demo-secret",
                        "               scripts/hayate --venue ws://127.0.0.1:8765/ws/2 --trade"),
                VenueLines.start(URL, VenueConfig.DEFAULTS));
    }

    @Test
    void shouldWarnInALineWhenOthersReachThePort() {
        AccountConfig ann = AccountConfig.of("ann", 7, "key-of-ann", "secret-of-ann");
        VenueConfig own =
                VenueConfig.DEFAULTS.withAccounts(
                        new AccountsConfig(List.of(ann), AccountRules.DEFAULTS));

        assertEquals(List.of(), VenueLines.warning(false, VenueConfig.DEFAULTS));
        assertEquals(
                List.of(
                        "  warning      anyone who reaches this port can trade: the demo keys are"
                                + " public"),
                VenueLines.warning(true, VenueConfig.DEFAULTS));
        assertEquals(
                List.of("  warning      anyone who reaches this port can trade with a key"),
                VenueLines.warning(true, own));
        assertTrue(VenueLines.warning(true, VenueConfig.DEFAULTS).get(0).length() < 80);
    }

    @Test
    void shouldNeverTellASecretThatIsOne() {
        AccountConfig ann = AccountConfig.of("ann", 7, "key-of-ann", "secret-of-ann");
        VenueConfig config =
                VenueConfig.DEFAULTS
                        .withQuiet(true)
                        .withAccounts(new AccountsConfig(List.of(ann), AccountRules.DEFAULTS));

        List<String> lines = VenueLines.start(URL, config);

        assertTrue(lines.contains("  API keys     key-of-ann (ann)"), lines.toString());
        assertTrue(lines.contains("  market       quiet: only clients trade"), lines.toString());
        assertTrue(lines.contains("               export BFX_API_SECRET=..."), lines.toString());
        assertFalse(lines.toString().contains("secret-of-ann"));
    }

    @Test
    void shouldFitTheTerminalWithManySymbolsAndFaults() {
        FaultConfig faults = FaultConfig.NONE;
        for (FrameFault fault : FrameFault.values()) {
            faults = faults.with(fault, 1_000_000);
        }
        List<String> symbols =
                IntStream.range(0, 500).mapToObj(i -> "tCOIN%03d:USD".formatted(i)).toList();
        VenueConfig config = VenueConfig.DEFAULTS.withSymbols(symbols).withFaults(faults);

        List<String> lines = VenueLines.start(URL, config);

        assertTrue(lines.stream().allMatch(line -> line.length() < 80), lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.endsWith("and 460 more")));
    }

    @Test
    void shouldSumUpAtTheEnd() {
        assertEquals(
                List.of(
                        "venue ended after 1h1m2s",
                        "  clients      3",
                        "  frames       12,345 received, 1,234,567 sent",
                        "  REST         1,200 requests, 45 signed, 3 refused, 1 limited",
                        "  orders       10: 8 accepted, 2 refused, 1 canceled",
                        "  fills        5",
                        "  faults made  12 dropped every=500",
                        "               0 silent"),
                VenueLines.end(
                        new VenueTotals(
                                3,
                                new VenueTotals.Frames(12_345, 1_234_567),
                                new RestTotals(1_200, 45, 3, 1, 0),
                                10,
                                8,
                                2,
                                1,
                                5),
                        List.of(
                                new FaultControls.Entry(1, "dropped every=500", 12),
                                new FaultControls.Entry(2, "silent", 0)),
                        Duration.ofMillis(3_662_900)));
    }
}
