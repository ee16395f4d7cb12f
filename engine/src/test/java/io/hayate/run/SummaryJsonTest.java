package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hayate.engine.Engine;
import io.hayate.engine.EngineConfig;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.portfolio.Portfolio;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.strategy.Strategy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The summary of an engine that has not started: the test sets its figures. */
class SummaryJsonTest {
    private static final URI URL = URI.create("ws://127.0.0.1:1/ws/2");
    private static final String ODD = "t\"\\\n\u0001<é€";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @TempDir private Path state;

    private Engine engine;

    @BeforeEach
    void makeEngine() {
        Overrides overrides = new Overrides().prompt(false);
        overrides.set("test", "state.dir", state.toString());
        overrides.set("test", "subscriptions.tickers", List.of());
        overrides.set("test", "subscriptions.channels", List.of("book BTCUSD"));
        EngineConfig config =
                new ConfigLoader(Map.of(), state, state).load(null, overrides).engine();
        engine = new Engine(config, URL, new Strategy() {});
    }

    private String text() throws IOException {
        return new SummaryJson(engine, false).text(URL, Instant.EPOCH, Instant.ofEpochSecond(60));
    }

    /** Path to value, of texts without quotation marks; fails on what is no JSON. */
    private static Map<String, String> values(String text) throws IOException {
        Map<String, String> values = new TreeMap<>();
        try (JsonParser json = new JsonFactory().createParser(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isScalarValue()) {
                    String path = json.getParsingContext().pathAsPointer().toString();
                    values.put(path.substring(1).replace('/', '.'), json.getText());
                }
            }
        }
        return values;
    }

    @Test
    void shouldBeOneObjectOnOneLine() throws IOException {
        String text = text();

        assertTrue(text.startsWith("{\"venue\":\"ws://127.0.0.1:1/ws/2\""), text);
        assertTrue(text.endsWith("}\n"), text);
        assertEquals(1, text.lines().count());
        assertEquals("1970-01-01T00:01:00Z", values(text).get("endedAt"));
    }

    @Test
    void shouldSayNullForNumbersThatAreNotKnown() throws IOException {
        Map<String, String> values = values(text());

        assertEquals("null", values.get("clock.offsetMs"));
        assertEquals("null", values.get("clock.roundTripMs"));
        assertEquals("null", values.get("allocation.bytesPerEvent"));
        assertFalse(text().contains("NaN"));
        assertFalse(text().contains("Infinity"));
    }

    @Test
    void shouldTellFiguresOfEachChannelAndTheirSums() throws IOException {
        engine.channels().register(ChannelSpec.book("tETHUSD"), engine.instruments());
        engine.statistics().set(0, Figure.CHECKSUMS_PASSED, 5);
        engine.statistics().set(1, Figure.CHECKSUMS_PASSED, 7);
        engine.statistics().set(1, Figure.LAST_SEQUENCE, 1L << 40);
        engine.statistics().set(1, Figure.WANTED, 1);
        engine.statistics().set(1, Figure.HEALTH, Health.GAPPED);
        engine.statistics().set(1, Figure.BOOK_HEALTH, Health.CROSSED);
        engine.counters().add(Counter.FRAMES, 12);

        Map<String, String> values = values(text());

        assertEquals("12", values.get("totals.checksumsPassed"));
        assertEquals("7", values.get("channels.1.checksums.passed"));
        assertEquals("1099511627776", values.get("channels.1.lastSequence"));
        assertEquals("gapped crossed", values.get("channels.1.health"));
        assertEquals("12", values.get("totals.frames"));
    }

    @Test
    void shouldCountEachConnectionOnce() throws IOException {
        engine.channels().register(ChannelSpec.book("tETHUSD"), engine.instruments());
        engine.channels().register(ChannelSpec.book("tLTCUSD"), engine.instruments());
        engine.statistics().set(0, Figure.CONNECTION, 2);
        engine.statistics().set(1, Figure.CONNECTION, 2);

        assertEquals("1", values(text()).get("connections"));
    }

    @Test
    void shouldStayJsonWhateverAChannelIsCalled() throws IOException {
        engine.channels().register(ChannelSpec.book(ODD), engine.instruments());

        assertEquals(ODD, values(text()).get("channels.1.symbol"));
        assertEquals(1, text().lines().count());
    }

    @Test
    void shouldHaveTheKeysThatTheReadmeTells() throws IOException {
        Portfolio portfolio = engine.positions().portfolio();
        portfolio.onFill(engine.instruments().get(0), 100_000_000L, 97_000);
        portfolio.onFee(engine.instruments().get(0), "BTC", -0.001);
        portfolio.atVenue().positionRows().put("tBTCUSD", "", 1, new double[9]);
        portfolio.atVenue().offerRows().put("fUSD", "LIMIT", 2, new double[9]);
        String readme = Files.readString(Path.of("README.md"));
        String section = readme.substring(readme.indexOf("## The summary as JSON\n"));
        Set<String> told = new TreeSet<>();
        section.substring(0, section.indexOf("\n## "))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .forEach(line -> addKeys(line.substring(0, line.indexOf(" | ")), told));

        Set<String> written =
                values(text()).keySet().stream()
                        .map(key -> key.replace("channels.0.", "channels[]."))
                        .map(key -> key.replace("instruments.0.", "instruments[]."))
                        .map(key -> key.replace("margin.0.", "margin[]."))
                        .map(key -> key.replace("offers.0.", "offers[]."))
                        .map(key -> key.replaceFirst("currencies\\.[A-Z]+", "currencies.CURRENCY"))
                        .map(key -> key.replaceFirst("By\\.[A-Z_]+$", "By.REASON"))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(told, written);
    }

    private static void addKeys(String cell, Set<String> keys) {
        Matcher matcher = CODE.matcher(cell);
        while (matcher.find()) {
            keys.add(matcher.group(1));
        }
    }
}
