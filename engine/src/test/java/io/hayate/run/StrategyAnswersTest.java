package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.engine.EngineRig;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strategies are listed, stopped, started and given new parameters while an engine runs. */
class StrategyAnswersTest {
    private static final int COLUMNS = 80;

    @TempDir private Path state;
    private EngineRig rig;
    private StrategyAnswers answers;

    @BeforeEach
    void setUp() {
        Map<String, Object> settings =
                Map.of(
                        "subscriptions.tickers",
                        List.of("BTCUSD"),
                        "strategies",
                        List.of(
                                strategy("once", "trigger", Map.of("last-at-least", 1)),
                                strategy("watch", "printer", Map.of())));
        rig = EngineRig.withNamed(EngineRig.stillVenue(), state, settings);
        answers = new StrategyAnswers(rig.engine, rig.config.strategy());
        rig.await(rig::isLive, () -> "live");
    }

    private static Map<String, Object> strategy(
            String name, String type, Map<String, Object> parameters) {
        return Map.of("name", name, "strategy", type, "parameters", parameters);
    }

    @AfterEach
    void tearDown() {
        rig.close();
    }

    /** Moves the market until the one that buys at each ticker has bought more. */
    private void buy() {
        long before = rig.positions().of(1).units(0);
        rig.awaitMoving(
                () -> rig.controls().advance(1),
                () -> rig.positions().of(1).units(0) > before,
                () -> "a fill");
        rig.await(() -> rig.openOrders() == 0, () -> "no open order");
    }

    private void awaitState(int place, String wanted) {
        rig.await(() -> rig.engine.strategies().state(place).equals(wanted), () -> wanted);
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static void assertFits(String text) {
        assertTrue(text.lines().allMatch(line -> line.length() <= COLUMNS), text);
    }

    @Test
    void shouldListEachWithItsOrdersPositionsAndProfit() {
        buy();
        String list = answers.list();

        assertFits(list);
        List<String> lines = list.lines().toList();
        String first =
                "once running, trigger, last-at-least=1, 0 open orders, 0\\.\\d+ BTC of BTCUSD,.*";
        assertTrue(words(list).matches(first), list); // the amount says where a line ends
        assertTrue(list.contains("0 USD realised"), list);
        assertEquals("watch     running, printer, 0 open orders", lines.get(lines.size() - 1));
    }

    @Test
    void shouldTellPositionsAndProfitOfEachThatTraded() {
        buy();

        assertTrue(answers.positions().startsWith("strategy once\nBTCUSD"), answers.positions());
        assertTrue(answers.profit().startsWith("strategy once\nUSD"), answers.profit());
        assertFits(answers.positions());
    }

    @Test
    void shouldStopAndStartOne() {
        assertEquals("", answers.carryOut("once stop"));
        awaitState(0, "stopped");
        assertEquals("running", rig.engine.strategies().state(1));
        rig.await(() -> rig.told().toString().contains("strategy once is stopped"), () -> "word");
        assertEquals(
                "strategy watch runs already: stop ends it, set changes it",
                answers.carryOut("watch start"));

        assertEquals("", answers.carryOut("once start"));
        awaitState(0, "running");
        buy();
    }

    @Test
    void shouldStartOneThatIsJustBeingStopped() {
        assertEquals("", answers.carryOut("once stop"));
        assertEquals("", answers.carryOut("once start"));
        rig.await(() -> rig.told().toString().contains("once is started anew"), () -> "word");

        assertEquals("running", rig.engine.strategies().state(0));
        buy();
    }

    @Test
    void shouldStartOneThatRunsAnewWithOtherParameters() {
        buy();
        assertEquals("", answers.carryOut("once set amount=0.02 last-at-least=2"));
        rig.await(() -> rig.told().toString().contains("once is started anew"), () -> "word");
        buy();

        assertTrue(answers.list().contains("amount=0.02, last-at-least=2"), answers.list());
    }

    @Test
    void shouldKeepParametersForOneThatIsStopped() {
        answers.carryOut("once stop");
        awaitState(0, "stopped");
        assertEquals(
                "strategy once has these parameters once it is started",
                answers.carryOut("once set amount=0.03"));
        assertEquals("stopped", rig.engine.strategies().state(0));
        answers.carryOut("once start");
        awaitState(0, "running");
        buy();
    }

    @Test
    void shouldChangeNothingForParametersThatAreWrong() {
        assertEquals(
                "nothing is changed: strategies[0].parameters.amount of trigger must be a number over"
                        + " 0: was much",
                answers.carryOut("once set amount=much"));
        String unknown = answers.carryOut("once set amont=1");
        assertTrue(
                unknown.startsWith(
                        "nothing is changed: strategies[0].parameters.amont is no parameter of"
                                + " trigger"),
                unknown);
        assertEquals("running", rig.engine.strategies().state(0));
        assertTrue(answers.list().startsWith("once      running, trigger, last-at-least=1,"));
    }

    @Test
    void shouldNameTheNearestOfAnUnknownName() {
        assertEquals(
                "no strategy is called onc - did you mean once?", answers.carryOut("onc stop"));
        assertEquals(
                "no strategy is called zzzzzz: there are once, watch",
                answers.carryOut("zzzzzz stop"));
    }

    @Test
    void shouldBeInTheSummaryAndItsJson() throws IOException {
        buy();
        String summary = new SessionSummary(rig.engine).text();
        assertFits(summary);
        assertTrue(words(summary).contains("once running, 0 open, 0."), summary);

        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            new StrategiesJson(rig.engine).write(json);
            json.writeEndObject();
        }
        String json = text.toString();
        String once = // an order may have come behind a price that was too old, and be tried again
                "\\{\"strategies\":\\[\\{\"name\":\"once\",\"state\":\"running\",\"openOrders\":0,"
                        + "\"refused\":\\d+,\"portfolio\":\\{.*";
        assertTrue(json.matches(once), json);
        assertTrue(json.contains("\"position\":0."), json);
        assertTrue(json.contains("{\"name\":\"watch\""), json);
    }
}
