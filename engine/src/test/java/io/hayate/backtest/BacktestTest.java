package io.hayate.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.settings.RunConfig;
import io.hayate.simulation.LatencySpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strategies on recordings that a test writes. */
class BacktestTest {
    @TempDir private Path folder;
    private BacktestRig rig;

    @BeforeEach
    void setUp() {
        rig = new BacktestRig(folder);
    }

    private static RecordedMarket market() {
        return BacktestRig.market();
    }

    private static String money(Map<?, ?> result, String what) {
        return (String) ((Map<?, ?>) ((Map<?, ?>) result.get("money")).get("USD")).get(what);
    }

    private static long count(Map<?, ?> result, String what) {
        return ((BigDecimal) result.get(what)).longValueExact();
    }

    @ParameterizedTest
    @CsvSource({"10ms, 110", "1ms, 110", "0ms, 100"})
    void shouldPayThePriceThatStandsAfterTheLatency(String time, BigDecimal paid)
            throws IOException {
        rig.latency = time;
        RecordedMarket market = market();
        market.book("[100,1,-5]").after(500); // a bargain for half a millisecond
        market.book("[100,0,-1]").book("[101,0,-1]").book("[102,0,-1]").book("[103,0,-1]");
        market.book("[110,1,-50]").afterMs(5_000).book("[109,1,-1]");

        Map<?, ?> result = rig.results(market, Map.of("ask", "100")).get(0);

        assertEquals(1, count(result, "fills"));
        assertEquals("0.998", ((Map<?, ?>) result.get("positions")).get("tBTCUSD"));
        BigDecimal mid = new BigDecimal("104"); // of 99 and 109
        BigDecimal profit = mid.multiply(new BigDecimal("0.998")).subtract(paid);
        assertEquals(
                0, profit.compareTo(new BigDecimal(money(result, "profit"))), result::toString);
    }

    @Test
    void shouldFillAMakerByTradesAndTellWhatHangsOnTheModel() throws IOException {
        RecordedMarket market = market().afterMs(2_000).book("[99,3,6]"); // so a ticker is told
        market.book("[98.5,1,1]").book("[100.5,1,-1]").afterMs(1_000);
        market.book("[99,4,12]").afterMs(100).book("[99,3,10]").afterMs(3_000);
        market.trade("-5.5", "99").afterMs(1_000).book("[99,1,4.5]").afterMs(3_000);

        Map<?, ?> result = rig.results(market, Map.of("bid", "99")).get(0);

        assertEquals(1, count(result, "makerFills"), result::toString);
        assertEquals(1, count(result, "makerFillsByModel"), result::toString);
        Map<?, ?> optimistic = (Map<?, ?>) result.get("optimistic");
        assertEquals("optimistic", optimistic.get("queueModel"));
        assertEquals("0.999", ((Map<?, ?>) optimistic.get("positions")).get("tBTCUSD"));
        assertEquals("0.4995", ((Map<?, ?>) result.get("positions")).get("tBTCUSD"));
    }

    @Test
    void shouldTellInEightyColumns() throws IOException {
        RecordedMarket market = market().book("[100,1,-5]").afterMs(120_000).book("[100,1,-6]");
        market.text("[7,[broken]]").afterMs(1_000).book("[100,1,-7]");

        String told = rig.text(market, Map.of("ask", "99.5,100"));

        assertTrue(told.lines().allMatch(line -> line.length() <= 80), told);
        assertTrue(told.contains("gaps       1 over 1m, 2m 0s in all"), told);
        assertTrue(told.contains("texts      1 broken"), told);
        assertTrue(told.contains("ask=99.5"), told);
        assertTrue(told.contains("USD from"), told);
    }

    @Test
    void shouldTellEachFaultOfTheTextsHoweverManyThereAre() throws IOException {
        RecordedMarket market = market().text("{'event':'conf','status':'OK','flags':65536}");
        market.text("[7,'hb',1]").text("[7,'hb',9]").text("[7,[broken],10]").afterMs(1_000);
        for (int i = 0; i < 1_000; i++) {
            market.text("[55,[99,1,1]," + (11 + i) + "]").afterMs(i % 2 == 0 ? 2 : -1);
        }

        String told = rig.text(market.afterMs(5_000).book("[100,1,-7]"), Map.of("ask", "100"));

        assertTrue(told.contains("texts      1 broken, 1000 of unknown channels, "), told);
        assertTrue(told.contains(" missing by their numbers"), told);
        assertTrue(told.contains("499 with a time that goes back"), told);
        assertTrue(told.lines().allMatch(line -> line.length() <= 80), told);
    }

    @Test
    void shouldTellWhyOrdersWereRejected() throws IOException {
        String told =
                rig.text(
                        BacktestRig.snapshot(new RecordedMarket().subscribed("tBTCUSD", "P0"))
                                .closed()
                                .afterMs(5_000)
                                .text("[7,\"hb\"]"),
                        Map.of("bid", "99"));

        assertTrue(told.contains("rejected 1, the first: Order not accepted"), told);
    }

    @Test
    void shouldGiveTheSameOnAnyNumberOfThreads() throws IOException {
        rig.latency = "5ms+5ms";
        RecordedMarket market = market();
        for (int i = 0; i < 500; i++) {
            market.book("[100." + i % 10 + "," + i % 3 + ",-" + (1 + i % 7) + "]").afterMs(37);
            market.trade(i % 2 == 0 ? "0.5" : "-0.5", i % 2 == 0 ? "100.5" : "99");
        }
        Path recording = market.write(folder);
        Map<String, String> parameters = Map.of("ask", "100,100.1,100.2,100.3", "bid", "99,98");

        rig.threads = 1;
        String alone = rig.print(rig.config(recording, parameters), true);
        rig.threads = 3;

        assertEquals(alone, rig.print(rig.config(recording, parameters), true));
    }

    @Test
    void shouldRefuseOrdersInADeadMarketAndGoOnInTheNext() throws IOException {
        RecordedMarket market = market().book("[100.5,1,-5]").afterMs(10).closed().afterMs(60_000);
        BacktestRig.snapshot(market.subscribed("tBTCUSD", "P0")).book("[100,1,-5]").afterMs(5_000);
        market.book("[100,1,-6]");

        Map<?, ?> result = rig.results(market, Map.of("ask", "100")).get(0);

        assertEquals(1, count(result, "fills"), result::toString);
    }

    @Test
    void shouldPassOverYearsWithoutTexts() throws IOException {
        RecordedMarket market = market().book("[100.5,1,-5]").afterMs(3 * 31_536_000_000L);
        market.book("[100,1,-5]").afterMs(5_000).book("[100,1,-6]");

        Map<?, ?> result = rig.results(market, Map.of("ask", "100")).get(0);

        assertEquals(1, count(result, "fills"), result::toString);
    }

    @Test
    void shouldTellARecordingWithoutAPair() throws IOException {
        Path recording = new RecordedMarket().write(folder);

        ConfigException e =
                assertThrows(
                        ConfigException.class,
                        () -> rig.print(rig.config(recording, Map.of()), false));

        assertTrue(
                e.getMessage().startsWith("--recording must have texts of pairs"), e::getMessage);
    }

    @Test
    void shouldTellAFileThatIsNone() {
        ConfigException e =
                assertThrows(
                        ConfigException.class,
                        () -> rig.print(rig.config(folder.resolve("none"), Map.of()), false));

        assertTrue(e.getMessage().startsWith("--recording: "), e::getMessage);
    }

    @Test
    void shouldTellAFileOfAnotherKind() throws IOException {
        Path other = Files.writeString(folder.resolve("other.txt"), "nothing\nof that kind\n");

        ConfigException e =
                assertThrows(
                        ConfigException.class, () -> rig.print(rig.config(other, Map.of()), false));

        assertTrue(e.getMessage().startsWith("--recording: "), e::getMessage);
    }

    @Test
    void shouldRefuseASymbolThatWasNotRecorded() throws IOException {
        Path recording = market().write(folder);
        Overrides overrides = new Overrides().prompt(false);
        overrides.set("--symbol", "subscriptions.tickers", List.of("ETHUSD"));
        overrides.set("test", "loop.topology", "one-thread");
        RunConfig run = new ConfigLoader(Map.of(), folder, folder).load(null, overrides);
        BacktestConfig config =
                new BacktestConfig(
                        recording,
                        run,
                        ParameterGrid.of(Map.of()),
                        List.of("ETHUSD"),
                        rig.model,
                        LatencySpec.DEFAULT,
                        1);

        ConfigException e = assertThrows(ConfigException.class, () -> rig.print(config, false));

        assertEquals(
                "--symbol must be one of the recording's, tBTCUSD: was tETHUSD", e.getMessage());
    }
}
