package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.FaultConfig;
import io.hayate.venue.FrameFault;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueTotals;
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
                        "  API key      demo-key",
                        "  API secret   demo-secret (of a demo account)",
                        "  symbols      BTCUSD ETHUSD XRPUSD ETHBTC DOGE:USD BTTUSD BTCF0:USTF0"
                                + " fUSD",
                        "  faults       none",
                        "  a client     export BFX_API_KEY=demo-key",
                        "               export BFX_API_SECRET=demo-secret",
                        "               scripts/hayate --venue ws://127.0.0.1:8765/ws/2 --trade"),
                VenueLines.start(URL, VenueConfig.DEFAULTS));
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
                        "  orders       10: 8 accepted, 2 refused, 1 canceled",
                        "  fills        5"),
                VenueLines.end(
                        new VenueTotals(3, 12_345, 1_234_567, 10, 8, 2, 1, 5),
                        Duration.ofMillis(3_662_900)));
    }
}
