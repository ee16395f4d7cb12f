package io.hayate.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.hayate.engine.AffinityConfig;
import io.hayate.engine.Topology;
import io.hayate.machine.CoreChoice;
import io.hayate.model.IdleMode;
import io.hayate.risk.RiskLimits;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.plugin.StrategyLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files in {@code config/}. */
class ShippedConfigTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path CONFIG = HOME.resolve("config");

    private final ConfigLoader loader = new ConfigLoader(Map.of(), HOME, HOME);

    private RunConfig load(String name) {
        return loader.load(CONFIG.resolve(name), new Overrides());
    }

    @Test
    void shouldListEveryKeyInHayateConf() {
        Config shipped = ConfigFactory.parseFile(CONFIG.resolve("hayate.conf").toFile());
        Set<String> listed = new TreeSet<>();
        shipped.entrySet().forEach(entry -> listed.add(entry.getKey()));
        assertTrue(shipped.hasPath(StrategySettings.PARAMETERS));
        listed.add(StrategySettings.PARAMETERS); // empty, so without an entry
        listed.add(TargetSettings.KEY); // likewise
        listed.add(StrategyListSettings.KEY); // stands in place of the one, as a comment

        assertEquals(new TreeSet<>(loader.knownKeys()), listed);
    }

    @Test
    void shouldRunThreeStrategiesInStrategiesConf() {
        StrategyConfig strategy = load("strategies.conf").engine().strategy();

        assertEquals(List.of("fast", "slow", "watch"), strategy.names());
        assertEquals(3, StrategyLoader.loadAll(strategy).size());
    }

    @Test
    void shouldHaveTheDefaultsInHayateConf() {
        RunConfig shipped = load("hayate.conf");
        RunConfig defaults = loader.load(null, new Overrides());

        assertEquals(defaults.toString(), withoutOrigins(shipped, defaults).toString());
        assertEquals(withoutOrigins(shipped, defaults), defaults);
    }

    private static RunConfig withoutOrigins(RunConfig config, RunConfig other) {
        return new RunConfig(
                config.engine(),
                config.venue(),
                config.paper(),
                config.console(),
                config.warmUpMs(),
                config.duration(),
                config.outputs(),
                other.origins());
    }

    @Test
    void shouldCommentEveryKeyInHayateConf() throws IOException {
        List<String> lines = Files.readAllLines(CONFIG.resolve("hayate.conf"));
        boolean told = false;
        for (String line : lines) {
            String text = line.strip();
            boolean isKey = text.contains(" = ") && !text.startsWith("#");
            assertTrue(!isKey || told, line);
            told = text.startsWith("#") || (told && isKey);
        }
    }

    @Test
    void shouldOnlyWatchTheRealExchangeUntilToldOtherwise() {
        RunConfig live = load("live.conf");

        assertEquals("wss://api.bitfinex.com/ws/2", live.engine().venue().url().toString());
        assertEquals(
                "wss://api-pub.bitfinex.com/ws/2", live.engine().venue().publicUrl().toString());
        assertFalse(live.engine().path().orders().limits().tradingEnabled());
        assertEquals(IdleMode.BLOCKING, live.engine().loop().idle());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tuned.conf", "bench.conf"})
    void shouldSpinOnTheLastCoresInAsManyThreadsAsTheyAllowWhenTuned(String name) {
        RunConfig tuned = load(name);

        assertEquals(IdleMode.BUSY_SPIN, tuned.engine().loop().idle());
        assertEquals(Topology.AUTO, tuned.engine().loop().topology());
        assertEquals(
                new AffinityConfig(CoreChoice.LAST, CoreChoice.LAST), tuned.engine().affinity());
    }

    @Test
    void shouldLeaveThreadsToTheSystemWhenNothingElseIsSaid() {
        for (String name : List.of("hayate.conf", "live.conf")) {
            assertEquals(AffinityConfig.OFF, load(name).engine().affinity());
            assertEquals(Topology.SPLIT, load(name).engine().loop().topology());
        }
    }

    @Test
    void shouldHaveNoOrderLimitsInBenchConf() {
        RunConfig bench = load("bench.conf");

        assertEquals(IdleMode.BUSY_SPIN, bench.engine().loop().idle());
        assertEquals(
                RiskLimits.UNLIMITED, bench.engine().path().orders().limits().ordersPerSecondMax());
        assertEquals(RiskLimits.UNLIMITED, bench.engine().path().orders().limits().openOrdersMax());
    }

    @ParameterizedTest
    @ValueSource(strings = {"live.conf", "tuned.conf", "bench.conf"})
    void shouldOverrideFewKeysOnly(String name) throws IOException {
        long settings =
                Files.readAllLines(CONFIG.resolve(name)).stream()
                        .filter(line -> line.contains(" = ") && !line.strip().startsWith("#"))
                        .count();

        assertTrue(settings < 14, name + " has " + settings);
    }
}
