package io.hayate.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table of counters in engine/README.md says of each what it is. */
class CounterTableTest {
    private static String row(CounterType type, String name) {
        return String.format(
                "| %d | `%s` | %s | %s | %s |",
                type.typeId(),
                name,
                type.title(),
                type.unit(),
                type.kind().name().toLowerCase(Locale.ROOT));
    }

    @Test
    void shouldListEachCounterWithTypeLabelUnitAndKind() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Counter each : Counter.values()) {
            rows.add(row(each, each.name()));
        }
        for (ChannelSlot each : ChannelSlot.values()) {
            rows.add(row(each, each.name()));
        }
        for (Gauge each : Gauge.values()) {
            rows.add(row(each, each.name()));
        }

        List<String> told =
                Files.readAllLines(Path.of("README.md")).stream()
                        .filter(line -> line.matches("\\| \\d+ \\| `[A-Z0-9_]+` \\| .*"))
                        .map(line -> line.replaceAll(" \\w+ \\|$", ""))
                        .toList();

        assertEquals(rows, told);
    }
}
