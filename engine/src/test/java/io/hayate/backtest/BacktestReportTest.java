package io.hayate.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.report.WrittenPage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** The page of a backtest, and the figures behind it. */
class BacktestReportTest {
    @TempDir private Path folder;
    private BacktestRig rig;

    @BeforeEach
    void setUp() {
        rig = new BacktestRig(folder);
    }

    /** A market in which a resting buy at 99 is filled wholly or in part, as the model has it. */
    private static RecordedMarket market() {
        RecordedMarket market = BacktestRig.market().afterMs(2_000).book("[99,3,6]");
        market.book("[98.5,1,1]").book("[100.5,1,-1]").afterMs(1_000);
        market.book("[99,4,12]").afterMs(100).book("[99,3,10]").afterMs(3_000);
        market.trade("-5.5", "99").afterMs(1_000).book("[99,1,4.5]").afterMs(90_000);
        return market.book("[99,1,4]").afterMs(3_000).book("[99,1,3]");
    }

    private String page(RecordedMarket market, Map<String, String> parameters) throws IOException {
        rig.report = folder.resolve("page.html");
        rig.text(market, parameters);
        return Files.readString(rig.report);
    }

    private static List<String> headings(Document page) {
        return WrittenPage.texts(page, "h2");
    }

    @Test
    void shouldWriteAPageThatIsWholeInItself() throws Exception {
        String text = page(market(), Map.of("bid", "99"));

        Document page = WrittenPage.parse(text);
        WrittenPage.assertNeedsNothing(text);
        assertFalse(text.contains("{{") || text.contains("NaN") || text.contains("Infinity"));
        assertEquals(
                List.of(
                        "Result",
                        "Equity, USD",
                        "Drawdown, USD",
                        "Fills on the middle price of tBTCUSD",
                        "Position in tBTCUSD",
                        "Profit by cause, USD",
                        "Fills by place in the queue",
                        "Latency as simulated, ms"),
                headings(page));
        String rows = String.join("\n", WrittenPage.texts(page, "tr"));
        assertTrue(rows.contains("of those by the model1 (100 %)1 (100 %)"), rows);
        assertTrue(rows.contains("held at the end, tBTCUSD0.49950.999"), rows);
        assertTrue(rows.contains("3 to 101010 %"), rows); // filled in part under the chosen
        assertTrue(rows.contains("order: engine to exchange10."), rows);
        assertTrue(text.contains("class=\"mark buy guessed\""), text);
        assertTrue(text.contains("class=\"gap\""), text);
        assertTrue(text.contains("class=\"curve optimistic\""), text);
    }

    @Test
    void shouldSayThatNothingWasTraded() throws Exception {
        String text = page(market(), Map.of("ask", "50"));

        WrittenPage.parse(text);
        assertTrue(text.contains("<p>Nothing was traded.</p>"), text);
    }

    @Test
    void shouldDrawBarsForOneParameter() throws Exception {
        String text = page(market(), Map.of("ask", "50,101,102"));

        Document page = WrittenPage.parse(text);
        assertEquals("Profit by parameters, USD", headings(page).get(0));
        assertTrue(WrittenPage.texts(page, "text").contains("ask=102"), text);
        assertTrue(text.contains("set with the greatest profit, ask=50."), text);
    }

    @Test
    void shouldDrawAGridForTwoParameters() throws Exception {
        String text = page(market(), Map.of("ask", "101,102", "bid", "98,99,1e-9"));

        WrittenPage.parse(text);
        assertTrue(text.contains(" best\""), text);
        assertFalse(text.contains("best over the values of"), text);
    }

    @Test
    void shouldSayWhatAGridOfMoreParametersLeavesOut() throws Exception {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("ask", "101,102");
        parameters.put("bid", "98,99");
        parameters.put("amount", "1,2");

        String text = page(market(), parameters);

        WrittenPage.parse(text);
        assertTrue(text.contains("Each field is the best over the values of amount."), text);
    }

    @Test
    void shouldGiveTheSameResultsWithThePageAndWithout() throws IOException {
        List<Map<?, ?>> without = rig.results(market(), Map.of("ask", "101,102", "bid", "99"));
        rig.report = folder.resolve("page.html");

        assertEquals(without, rig.results(market(), Map.of("ask", "101,102", "bid", "99")));
    }

    @Test
    void shouldTellCurvesAndFillsAsJson() throws IOException {
        rig.report = folder.resolve("page.html");

        Map<?, ?> all = rig.json(market(), Map.of("bid", "99"));

        Map<?, ?> detail = (Map<?, ?>) all.get("detail");
        Map<?, ?> pair = (Map<?, ?>) ((Map<?, ?>) detail.get("symbols")).get("tBTCUSD");
        Map<?, ?> fill = (Map<?, ?>) ((List<?>) pair.get("fills")).get(0);
        assertEquals("0.5", fill.get("amount"));
        assertEquals("99", fill.get("priceMin"));
        List<?> equity =
                (List<?>) ((Map<?, ?>) ((Map<?, ?>) detail.get("money")).get("USD")).get("profit");
        Map<?, ?> result = (Map<?, ?>) ((List<?>) all.get("results")).get(0);
        Map<?, ?> money = (Map<?, ?>) ((Map<?, ?>) result.get("money")).get("USD");
        assertEquals(money.get("profit"), ((List<?>) equity.get(equity.size() - 1)).get(4));
        BigDecimal sum = BigDecimal.ZERO;
        for (String cause : List.of("spread", "fees", "inventory")) {
            sum = sum.add(new BigDecimal((String) money.get(cause)));
        }
        assertEquals(0, sum.compareTo(new BigDecimal((String) money.get("profit"))));
    }

    @Test
    void shouldRefuseAFileThatCannotBeWritten() throws IOException {
        rig.report = folder.resolve("none").resolve("page.html");
        BacktestConfig config = rig.config(market().write(folder), Map.of());

        ConfigException e = assertThrows(ConfigException.class, () -> rig.print(config, false));

        assertTrue(e.getMessage().startsWith("--report must be a file that can be"), e.toString());
    }
}
