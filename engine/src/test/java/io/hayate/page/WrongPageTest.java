package io.hayate.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of pages sees each kind of mistake, and takes what is right. */
class WrongPageTest {
    private final ProjectFacts facts = new ProjectFacts();
    private final PageCheck check = new PageCheck(facts);

    WrongPageTest() throws IOException {}

    private static ReadmePage page(String... lines) {
        String text = "# A page\n\n" + String.join("\n", lines) + "\n";
        return new ReadmePage(ReadmePage.HOME.resolve("config/README.md"), text);
    }

    private List<String> findings(String... lines) throws IOException {
        return check.findings(page(lines));
    }

    private static ReadmePage block(String language, String line) {
        return page("```" + language, line, "```");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "See [it](none.md).; no such file: none.md",
                "See [it](#not-there).; no such heading: #not-there",
                "See [it](../engine/README.md#not-there).; no such heading: ../engine/README.md#not-there",
                "![a picture](pictures/none.png); no such file: pictures/none.png",
                "`config/none.conf` has it.; no such file: config/none.conf",
                "`none.conf` has it.; no such file: none.conf",
                "`faults/none*.conf` have it.; no such file: faults/none*.conf",
                "`scripts/none` does it.; no such program: scripts/none",
                "`.ci/none` does it.; no such program: .ci/none",
                "`--no-such-option` does it.; no such option: --no-such-option",
                "`scripts/hayate --no-consol` does it.; Unknown option: '--no-consol'",
                "`hayate venue --no-consol` does it.; Unknown option: '--no-consol'",
                "`hayate backtest --queu risk-averse` does it.; Unknown options: '--queu', 'risk-averse'",
                "`scripts/bench --fast` does it.; scripts/bench has no option --fast",
                "`mvn test -Dtest=NoSuchTest` does it.; there is no test NoSuchTest",
                "`mvn test -Plonger` does it.; the build has no profile longer",
                "`mvn -Dquik package` does it.; the build knows no property quik",
                "`mvn --bogus package` does it.; mvn has no option that a page may use and that is named --bogus",
                "`loop.idel = blocking` does it.; no such setting: loop.idel",
                "`trading.halt` does it.; no such setting: trading.halt",
                "`event.Tickr` does it.; no such type: event.Tickr",
                "`NoSuchTest` holds it.; no such test: NoSuchTest",
                "`PagesTest.shouldDoNothing` holds it.; no such test: PagesTest.shouldDoNothing",
                "`shouldDoNothingAtAllThatIsThere` holds it.; no such test: shouldDoNothingAtAllThatIsThere",
                "`HAYATE_JVM_OPTIONS` says it.; no such variable: HAYATE_JVM_OPTIONS",
            })
    void shouldSeeWhatIsNotThere(String line, String finding) throws IOException {
        assertEquals(List.of("config/README.md:3: " + finding), findings(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "scripts/hayate --symbl BTCUSD; Unknown options: '--symbl'",
                "BFX_API_KEY=a scripts/hayate --duratio 3s; Unknown options: '--duratio', '3s'",
                "scripts/hayate --duration soon; Invalid value for option '--duration'",
                "scripts/hayate backtest --strategy sma-cross; Missing required option",
                "scripts/hayate trade; Unmatched argument",
                "echo buy | scripts/hayate --no-consol; Unknown option: '--no-consol'",
                "scripts/hayate venue --faults config/faults/none.conf; no such file: config/faults/none.conf",
                "python3 scripts/examples/none.py; no such file: scripts/examples/none.py",
                "scripts/none; no such program: scripts/none",
                "hayat --web; no program of ours or of a known other: hayat",
                "scripts/latency --slow; scripts/latency has no option --slow",
            })
    void shouldSeeACommandThatWouldNotBeTaken(String command, String finding) throws IOException {
        List<String> ofBlock = check.findings(block("sh", command));
        List<String> shown = check.findings(block("", "$ " + command));

        assertTrue(ofBlock.get(0).startsWith("config/README.md:4: " + finding), ofBlock.toString());
        assertEquals(ofBlock, shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See [it](../README.md), [that](#a-page) and https://example.com/none.",
                "`config/hayate.conf`, `live.conf`, `faults/*.conf` and `my.conf` have it.",
                "`scripts/hayate venue --fault dropped=20`, `--trade`, `--add-exports` do it.",
                "`hayate backtest`, in which something is missing, is spoken of.",
                "`loop.idle = blocking`, `market.stale-after`, `log.*`, `view.web`, `a.b` are there.",
                "`event.Ticker`, `PagesTest`, `PagesTest.shouldReadAllOfThem`, `StampBenchmark` are there.",
                "`HAYATE_JVM_OPTS`, `HAYATE_ARCHIVE=off`, `HAYATE_NOTIFY_NAME_TOKEN` are there.",
                "`mvn test -Plong -pl engine -Dtest='PagesTest,WrongPageTest'` is there.",
            })
    void shouldTakeWhatIsThere(String line) throws IOException {
        assertEquals(List.of(), findings(line));
    }

    @Test
    void shouldSeeASettingThatATableLacks() throws IOException {
        assertEquals(
                List.of("config/README.md:6: no such setting: paper.delay"),
                findings(
                        "| `paper.` | is |",
                        "| --- | --- |",
                        "| `queue` | it |",
                        "| `delay` | not |"));
    }

    @Test
    void shouldSeeABlockThatNothingChecks() throws IOException {
        assertEquals(
                List.of("config/README.md:3: nothing checks a block of python"),
                check.findings(block("python", "print(1)")));
    }

    @Test
    void shouldSeeACommandThatNoTestRuns() throws IOException {
        Set<String> written =
                PageCommands.written(List.of(block("sh", "scripts/hayate --web   # a page")));

        assertEquals(Set.of("scripts/hayate --web"), written);
        assertEquals(
                List.of("no test runs: scripts/hayate --web"),
                PageCommands.differences(written, Map.of(), facts));
    }

    @Test
    void shouldSeeACommandOfNoPageAndATestThatIsNotThere() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("scripts/hayate", "run 3s");
        known.put("scripts/load", "in NoSuchTest.shouldRun");

        assertEquals(
                List.of("no page has: scripts/load", "there is no NoSuchTest.shouldRun"),
                PageCommands.differences(Set.of("scripts/hayate"), known, facts));
    }

    @Test
    void shouldSeeAFigureThatWasNotMeasured() {
        ReadmePage source =
                page("| 300 channels, 17,783,498 messages | none lost |", "p50 is 0.42 of 1.25.");
        ReadmePage told =
                page(
                        "",
                        "## Figures",
                        "",
                        "| figure | measured |",
                        "| --- | --- |",
                        "| 300 channels | 17,783,498 messages |",
                        "| p50, of all | 0.42 |",
                        "| 300 channels | 17,783,499 messages |",
                        "| p50 | 17,783,498 of 0.42 |");

        List<String> findings = FigureCheck.findings(told, "Figures", source);

        assertEquals(2, findings.size(), findings.toString());
        assertTrue(findings.get(0).contains("17,783,499"), findings.toString());
        assertTrue(findings.get(1).contains("0.42"), findings.toString());
    }
}
