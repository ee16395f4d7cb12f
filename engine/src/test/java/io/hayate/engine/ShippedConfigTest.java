package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.hayate.model.IdleMode;
import io.hayate.risk.RiskLimits;
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

    private EngineConfig load(String name) {
        return loader.load(CONFIG.resolve(name), new Overrides());
    }

    @Test
    void shouldListEveryKeyInHayateConf() {
        Config shipped = ConfigFactory.parseFile(CONFIG.resolve("hayate.conf").toFile());
        Set<String> listed = new TreeSet<>();
        shipped.entrySet().forEach(entry -> listed.add(entry.getKey()));
        assertTrue(shipped.hasPath(StrategySettings.PARAMETERS));
        listed.add(StrategySettings.PARAMETERS); // empty, so without an entry

        assertEquals(new TreeSet<>(loader.knownKeys()), listed);
    }

    @Test
    void shouldHaveTheDefaultsInHayateConf() {
        EngineConfig shipped = load("hayate.conf");
        EngineConfig defaults = loader.load(null, new Overrides());

        assertEquals(defaults.toString(), withoutOrigins(shipped, defaults).toString());
        assertEquals(withoutOrigins(shipped, defaults), defaults);
    }

    private static EngineConfig withoutOrigins(EngineConfig config, EngineConfig other) {
        return new EngineConfig(
                config.embedded(),
                config.url(),
                config.publicUrl(),
                config.venue(),
                config.symbols(),
                config.channels(),
                config.warmUpMs(),
                config.session(),
                config.market(),
                config.history(),
                config.cancelOnStop(),
                config.transport(),
                config.decoder(),
                config.loop(),
                config.affinity(),
                config.risk(),
                config.strategy(),
                config.console(),
                config.credentials(),
                config.stateDir(),
                config.trace(),
                config.duration(),
                config.latencyReport(),
                config.summaryJson(),
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
        EngineConfig live = load("live.conf");

        assertEquals("wss://api.bitfinex.com/ws/2", live.url().toString());
        assertEquals("wss://api-pub.bitfinex.com/ws/2", live.publicUrl().toString());
        assertFalse(live.risk().tradingEnabled());
        assertEquals(IdleMode.BLOCKING, live.loop().idle());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tuned.conf", "bench.conf"})
    void shouldSpinOnTheLastCoresInAsManyThreadsAsTheyAllowWhenTuned(String name) {
        EngineConfig tuned = load(name);

        assertEquals(IdleMode.BUSY_SPIN, tuned.loop().idle());
        assertEquals(Topology.AUTO, tuned.loop().topology());
        assertEquals(new AffinityConfig(CoreChoice.LAST, CoreChoice.LAST), tuned.affinity());
    }

    @Test
    void shouldLeaveThreadsToTheSystemWhenNothingElseIsSaid() {
        for (String name : List.of("hayate.conf", "live.conf")) {
            assertEquals(AffinityConfig.OFF, load(name).affinity());
            assertEquals(Topology.SPLIT, load(name).loop().topology());
        }
    }

    @Test
    void shouldHaveNoOrderLimitsInBenchConf() {
        EngineConfig bench = load("bench.conf");

        assertEquals(IdleMode.BUSY_SPIN, bench.loop().idle());
        assertEquals(RiskLimits.UNLIMITED, bench.risk().ordersPerSecondMax());
        assertEquals(RiskLimits.UNLIMITED, bench.risk().openOrdersMax());
    }

    @ParameterizedTest
    @ValueSource(strings = {"live.conf", "tuned.conf", "bench.conf"})
    void shouldOverrideFewKeysOnly(String name) throws IOException {
        long settings =
                Files.readAllLines(CONFIG.resolve(name)).stream()
                        .filter(line -> line.contains(" = ") && !line.strip().startsWith("#"))
                        .count();

        assertTrue(settings < 10, name + " has " + settings);
    }
}
