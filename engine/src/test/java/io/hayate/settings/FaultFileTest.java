package io.hayate.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.model.ConfigException;
import io.hayate.venue.rule.FaultRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultFileTest {
    private static final Path FOLDER = Path.of("..", "config", "faults");

    @TempDir private Path folder;

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void shouldReadEachFileThatComesWithHayate(Path file) {
        assertFalse(FaultFile.read(file).isEmpty());
    }

    @Test
    void shouldComeWithTheCommonAccidents() throws IOException {
        List<String> names = files().stream().map(file -> file.getFileName().toString()).toList();

        assertEquals(
                List.of(
                        "bad-checksums.conf",
                        "exchange-restart.conf",
                        "flaky-network.conf",
                        "frozen-feed.conf",
                        "half-open.conf",
                        "late-ack.conf",
                        "lost-ack.conf",
                        "maintenance.conf",
                        "rate-limited.conf"),
                names);
    }

    private List<FaultRule> read(String text) throws IOException {
        return FaultFile.read(Files.writeString(folder.resolve("x.conf"), text));
    }

    @Test
    void shouldReadObjectsAndLinesInTheirOrder() throws IOException {
        List<FaultRule> rules =
                read(
                        "faults = [\n { fault = late-ack, delay = 3s, every = 5 }\n"
                                + " \"dropped every=500\"\n { fault = text, text = \"a b\" }\n]");

        assertEquals(
                List.of("late-ack delay=3s every=5", "dropped every=500", "text text=\"a b\""),
                rules.stream().map(FaultRule::toString).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "faults = 1|: faults must be a list of rules: was number",
                "x = 1|:1: x is no key: did you mean faults?",
                "''|: faults must be a list of rules: was missing",
                "faults = [ { delay = 3s } ]|:1: each rule must name its fault: fault = dropped",
                "faults = [ 7 ]|:1: each rule must be an object or a line in quotes: was 7",
                "faults = [ { fault = late, delay = 3 } ]|:1: fault late: delay must be a duration"
                        + " such as 500ms, 3s or 2m: was 3",
                "faults = [ { fault = late, delay = [1] } ]|:1: delay must be a text or a number: was"
                        + " [1]"
            })
    void shouldSayWhereAndWhatIsWrong(String text, String message) {
        ConfigException refused = assertThrows(ConfigException.class, () -> read(text));

        String said = refused.getMessage();
        assertEquals(message, said.substring(said.indexOf("x.conf") + 6));
    }

    @Test
    void shouldNameTheOptionWhenThereIsNoFile() {
        ConfigException refused =
                assertThrows(
                        ConfigException.class, () -> FaultFile.read(folder.resolve("none.conf")));

        String said = refused.getMessage();
        assertEquals("--faults must be a file that can be read: was ", said.substring(0, 46));
    }
}
