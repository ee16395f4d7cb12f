package io.hayate.benchmarks.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultTableTest {
    private static final Map<String, String> ONE = Map.of("frames", "1");
    private static final Map<String, String> TEN = Map.of("frames", "10");

    private static Result result(
            String method, Map<String, String> parameters, double score, double error) {
        return new Result("Decoder", method, parameters, score, error, 0);
    }

    private static Results results(Result... results) {
        return new Results("JDK 25", List.of(results));
    }

    private static String line(String table, String start) {
        return table.lines()
                .filter(line -> line.strip().startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError(start + " is not in\n" + table));
    }

    @Test
    void shouldShowRatioToOursAtTheSameParametersWhenOthersAreThere() {
        Results now =
                results(
                        result("hayate", ONE, 10, 1),
                        result("hayate", TEN, 4, 1),
                        result("netty", ONE, 125, 2),
                        result("netty", TEN, 100, 2));

        String table = ResultTable.of(now, null);

        assertTrue(line(table, "hayate frames=1 ").endsWith("base"), table);
        assertTrue(line(table, "netty frames=1 ").endsWith(" 12.5"), table);
        assertTrue(line(table, "netty frames=10").endsWith(" 25.0"), table);
    }

    @Test
    void shouldTakeAMethodThatBeginsAsOursWhenNoneIsNamedSo() {
        Results now = results(result("copy", ONE, 5, 1), result("hayateScanner", ONE, 10, 1));

        String table = ResultTable.of(now, null);

        assertTrue(line(table, "copy").endsWith("0.50"), table);
        assertTrue(line(table, "hayateScanner").endsWith("base"), table);
    }

    @Test
    void shouldTakeTheFirstWhenNoneIsOurs() {
        String table =
                ResultTable.of(results(result("a", ONE, 5, 1), result("b", ONE, 10, 1)), null);

        assertTrue(line(table, "a ").endsWith("base"), table);
        assertTrue(line(table, "b ").endsWith("2.00"), table);
    }

    @Test
    void shouldSayFasterWhenErrorsDoNotExplainTheChange() {
        Results before = results(result("hayate", ONE, 20, 2));

        String table = ResultTable.of(results(result("hayate", ONE, 10, 2)), before);

        assertTrue(line(table, "hayate").endsWith("20.0    0.50 faster"), table);
    }

    @Test
    void shouldSaySlowerWhenErrorsDoNotExplainTheChange() {
        Results before = results(result("hayate", ONE, 10, 2));

        String table = ResultTable.of(results(result("hayate", ONE, 20, 2)), before);

        assertTrue(line(table, "hayate").endsWith("2.00 slower"), table);
    }

    @Test
    void shouldMarkNothingWhenErrorsExplainTheChange() {
        Results before = results(result("hayate", ONE, 13, 2));

        String table = ResultTable.of(results(result("hayate", ONE, 10, 2)), before);

        assertTrue(line(table, "hayate").endsWith("0.77"), table);
    }

    @Test
    void shouldMarkNothingWhenErrorsAreNotKnown() {
        Results before = results(result("hayate", ONE, 100, Double.NaN));

        String table = ResultTable.of(results(result("hayate", ONE, 10, 2)), before);

        assertTrue(line(table, "hayate").endsWith("0.10"), table);
    }

    @Test
    void shouldShowRowAloneWhenItWasNotRunBefore() {
        Results before = results(result("hayate", TEN, 100, 1));

        String table = ResultTable.of(results(result("hayate", ONE, 10, 2)), before);

        assertTrue(line(table, "hayate").endsWith("base"), table);
    }

    @Test
    void shouldFitIn100ColumnsWhenNamesAreLong() {
        Map<String, String> many = Map.of("aLongParameter", "aLongValue", "another", "one");
        Result row = new Result("D", "aMethodWithALongName", many, 1e9, 1e9, 1e9);

        String table = ResultTable.of(results(row), results(row));

        assertTrue(table.lines().allMatch(line -> line.length() <= 100), table);
    }

    @Test
    void shouldShowNothingAllocatedWhenTheHarnessAloneAllocates() {
        Result row = new Result("D", "hayate", ONE, 10, 1, 0.0004);

        String table = ResultTable.of(results(row), null);

        assertEquals("0", line(table, "hayate").split(" +", -1)[5]);
    }
}
