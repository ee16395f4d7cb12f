package io.hayate.benchmarks.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    @TempDir Path folder;

    private Results read(String json) throws IOException {
        return Results.read(Files.writeString(folder.resolve("results.json"), json));
    }

    private static String run(String error, String unit) {
        return """
            {"benchmark": "io.hayate.transport.websocket.WebSocketDecoderBenchmark.netty", "mode": "avgt",
             "forks": 2, "jdkVersion": "25.0.3", "warmupIterations": 4,
             "measurementIterations": 8, "measurementTime": "500 ms",
             "params": {"framesPerRead": "10"},
             "primaryMetric": {"score": 1.5, "scoreError": ERROR, "scoreUnit": "UNIT"},
             "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 24.0}}}
            """
                .replace("ERROR", error)
                .replace("UNIT", unit);
    }

    @Test
    void shouldReadNamesParametersAndFigures() throws IOException {
        Results results = read("[" + run("0.25", "ns/op") + "]");

        Map<String, String> parameters = Map.of("framesPerRead", "10");
        Result expected = new Result("WebSocketDecoder", "netty", parameters, 1.5, 0.25, 24);
        assertEquals(List.of(expected), results.results());
        assertEquals(
                "JDK 25.0.3, 4 warm-up and 8 measured iterations of 500 ms in 2 JVMs",
                results.title());
    }

    @Test
    void shouldCountInNsWhenAnotherUnitWasAskedFor() throws IOException {
        Result result = read("[" + run("0.25", "us/op") + "]").results().get(0);

        assertEquals(1_500, result.score());
        assertEquals(250, result.error());
    }

    @Test
    void shouldKnowNoErrorWhenThereWasOneIteration() throws IOException {
        Result result = read("[" + run("\"NaN\"", "ns/op") + "]").results().get(0);

        assertTrue(Double.isNaN(result.error()));
    }

    @Test
    void shouldLeaveOutWhatIsNoTime() throws IOException {
        assertEquals(List.of(), read("[" + run("0.25", "ops/s") + "]").results());
    }

    @Test
    void shouldRefuseWhatIsNoListOfResults() {
        assertThrows(IOException.class, () -> read("{}"));
        assertThrows(IOException.class, () -> read("[{}]"));
        assertThrows(IOException.class, () -> read("not JSON"));
    }

    @Test
    void shouldHaveNothingToShowWhenNothingWasRun() throws IOException {
        assertEquals("no results\n", ResultTable.of(read("[]"), null));
    }
}
