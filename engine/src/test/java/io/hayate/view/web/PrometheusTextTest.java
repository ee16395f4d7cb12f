package io.hayate.view.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.ChannelStatus;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.metrics.CounterType;
import io.hayate.metrics.CountersLayout;
import io.hayate.metrics.Gauge;
import io.hayate.metrics.Gauges;
import io.hayate.metrics.Meters;
import io.hayate.metrics.Stage;
import io.hayate.metrics.TickToTrade;
import io.hayate.metrics.file.CountersConfig;
import io.hayate.metrics.file.CountersStore;
import io.hayate.model.Health;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrometheusTextTest {
    private final TickToTrade tickToTrade = new TickToTrade();

    @TempDir Path folder;

    private CountersStore store;
    private Meters meters;
    private Gauges gauges;
    private PrometheusText text;

    @BeforeEach
    void count() {
        CountersConfig config = new CountersConfig(CountersConfig.Place.MEMORY, folder);
        store = CountersStore.open(config, folder, CountersLayout.of(4));
        store.begin(1, 2, Map.of("hayate", "1"));
        meters = Meters.in(store.memory());
        meters.counters().add(Counter.FRAMES, 7);
        meters.counters().part().add(Counter.FRAMES, 2);
        meters.counters().set(Counter.RING_AGE_US, 1_500);
        meters.statistics().name(0, "ticker", "ticker BTCUSD");
        meters.statistics().set(0, Figure.FRAMES, 5);
        store.memory().beginChange();
        gauges = new Gauges(store.memory());
        gauges.set(Gauge.POSITION, "fast", "tBTCUSD", -50_000_000);
        gauges.set(Gauge.POSITION, "slow", "tBTCUSD", 1);
        gauges.set(Gauge.POSITION, "", "tBTCUSD", -49_999_999);
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
                lines.contains(
                        "hayate_strategy_position{instrument=\"tBTCUSD\",strategy=\"fast\"} -0.5"));
        assertTrue(
                lines.contains(
                        "hayate_strategy_position{instrument=\"tBTCUSD\",strategy=\"slow\"} 1.0E-8"));
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

    @Test
    void shouldTellTheAccountsPositionUnderANameOfItsOwn() throws IOException {
        List<String> accounts =
                lines().stream().filter(line -> line.startsWith("hayate_position{")).toList();

        assertEquals(List.of("hayate_position{instrument=\"tBTCUSD\"} -0.49999999"), accounts);
    }

    @Test
    void shouldSayWhatNumbersOfAStateMeanAndNoUnitBesideTheNames() throws IOException {
        store.memory().beginChange();
        gauges.state(Gauge.SESSION, "", "", 4, "LIVE");
        store.memory().endChange(3, 4);
        List<String> lines = lines();

        assertTrue(
                lines.contains(
                        "# HELP hayate_session session: 0 DISCONNECTED, 1 CONNECTING,"
                                + " 2 AUTHENTICATING, 3 SUBSCRIBING, 4 LIVE, 5 PAUSED"),
                lines.toString());
        assertTrue(
                lines.contains(
                        "# HELP hayate_ring_age_seconds age of the oldest event in the ring"));
    }

    @Test
    void shouldTellNoHealthOfAChannelThatWasLeft() throws IOException {
        String live = "hayate_channel_live{channel=\"ticker BTCUSD\",kind=\"ticker\"} ";
        meters.statistics().set(0, Figure.WANTED, 1);
        assertTrue(lines().contains(live + "1.0"), lines().toString());
        meters.statistics().set(0, Figure.HEALTH, Health.STALE);
        assertTrue(lines().contains(live + "0.0"));

        meters.statistics().set(0, Figure.WANTED, 0);
        meters.statistics().set(0, Figure.HEALTH, Health.OFF);
        meters.statistics().tell(0, "ticker BTCUSD", "unsubscribed");
        assertFalse(lines().toString().contains("hayate_channel_live{"));

        meters.statistics().tell(0, "ticker BTCUSD", ChannelStatus.REFUSED + "unknown symbol");
        assertTrue(lines().contains(live + "0.0"), "a person wants it");
    }

    /** Names in rules and in the dashboard are those of figures, as far as there are any of a fresh engine. */
    @Test
    void shouldTellAllThatTheDashboardAndTheRulesAskFor() throws IOException {
        Set<String> told = new HashSet<>();
        for (Counter each : Counter.values()) {
            told.add(name(each, each.name()));
        }
        for (Gauge each : Gauge.values()) {
            told.add(name(each, each.name()));
            told.add(FigureNames.ofStrategy(name(each, each.name())));
        }
        lines().forEach(line -> told.add(line.split("[{ ]", 2)[0]));
        told.add("hayate_channel_live");

        for (String file : List.of("grafana.json", "alerts.yml")) {
            String config = Files.readString(Path.of("..", "config", file));
            Matcher names = Pattern.compile("\\bhayate_\\w+").matcher(config);
            int found = 0;
            while (names.find()) {
                assertTrue(told.contains(names.group()), file + ": " + names.group());
                found++;
            }
            assertTrue(found > 5, file);
        }
    }

    private static String name(CounterType type, String name) {
        return FigureNames.of(type, name) + (FigureNames.isCount(type) ? "_total" : "");
    }
}
