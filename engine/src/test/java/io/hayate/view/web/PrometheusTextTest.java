package io.hayate.view.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.metrics.CountersLayout;
import io.hayate.metrics.Gauge;
import io.hayate.metrics.Gauges;
import io.hayate.metrics.Meters;
import io.hayate.metrics.Stage;
import io.hayate.metrics.TickToTrade;
import io.hayate.metrics.file.CountersConfig;
import io.hayate.metrics.file.CountersStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrometheusTextTest {
    private final TickToTrade tickToTrade = new TickToTrade();

    @TempDir Path folder;

    private CountersStore store;
    private PrometheusText text;

    @BeforeEach
    void count() {
        CountersConfig config = new CountersConfig(CountersConfig.Place.MEMORY, folder);
        store = CountersStore.open(config, folder, CountersLayout.of(4));
        store.begin(1, 2, Map.of("hayate", "1"));
        Meters meters = Meters.in(store.memory());
        meters.counters().add(Counter.FRAMES, 7);
        meters.counters().part().add(Counter.FRAMES, 2);
        meters.counters().set(Counter.RING_AGE_US, 1_500);
        meters.statistics().name(0, "ticker", "ticker BTCUSD");
        meters.statistics().set(0, Figure.FRAMES, 5);
        store.memory().beginChange();
        Gauges gauges = new Gauges(store.memory());
        gauges.set(Gauge.POSITION, "fast", "tBTCUSD", -50_000_000);
        gauges.set(Gauge.POSITION, "slow", "tBTCUSD", 1);
        gauges.set(Gauge.UNREALISED, "", "tBTCUSD", Gauges.UNKNOWN);
        gauges.state(Gauge.HALTED, "", "", 1, "as \"asked\"");
        store.memory().endChange(3, 4);
        text = new PrometheusText(store::image, tickToTrade);
    }

    private List<String> lines() throws IOException {
        return text.text("").text().lines().toList();
    }

    @Test
    void shouldTellFiguresInBaseUnitsWithTheirLabels() throws IOException {
        List<String> lines = lines();

        assertTrue(lines.contains("hayate_frames_total 7.0"), lines.toString());
        assertTrue(lines.contains("hayate_frames_total{loop=\"2\"} 2.0"));
        assertTrue(lines.contains("hayate_ring_age_seconds 0.0015"));
        assertTrue(
                lines.contains("hayate_position{instrument=\"tBTCUSD\",strategy=\"fast\"} -0.5"));
        assertTrue(
                lines.contains("hayate_position{instrument=\"tBTCUSD\",strategy=\"slow\"} 1.0E-8"));
        assertTrue(lines.contains("hayate_halted 1.0"));
        assertTrue(
                lines.contains(
                        "hayate_channel_frames_total{channel=\"ticker BTCUSD\",kind=\"ticker\"}"
                                + " 5.0"));
        assertFalse(lines.toString().contains("hayate_unrealised{"), "what is not known");
    }

    @Test
    void shouldTellNoFigureTwice() throws IOException {
        Set<String> names = new HashSet<>();
        for (String line : lines()) {
            if (!line.startsWith("#")) {
                assertTrue(names.add(line.substring(0, line.lastIndexOf(' '))), line);
            }
        }
    }

    @Test
    void shouldTellTimesAsAHistogram() throws IOException {
        for (int us = 1; us <= 100; us++) {
            tickToTrade.of(Stage.RECEIVED_TO_WRITTEN).record(us * 1_000L);
        }
        List<String> lines = lines();

        String name = "hayate_tick_to_trade_seconds_";
        String stage = "{stage=\"received-to-written\"";
        assertTrue(lines.contains(name + "bucket" + stage + ",le=\"1.0E-5\"} 10"), "" + lines);
        assertTrue(lines.contains(name + "bucket" + stage + ",le=\"+Inf\"} 100"));
        assertTrue(lines.contains(name + "count" + stage + "} 100"));
    }

    @Test
    void shouldSpeakOpenMetricsToWhoAsksForIt() throws IOException {
        PrometheusText.Content content =
                text.text("application/openmetrics-text; version=1.0.0; charset=utf-8");

        assertTrue(content.type().startsWith("application/openmetrics-text"), content.type());
        assertTrue(content.text().endsWith("# EOF\n"));
        assertEquals("text/plain; version=0.0.4; charset=utf-8", text.text("").type());
    }
}
