package io.hayate.venue.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of faults in engine/README.md is the registry. */
class FaultTableTest {
    private static final String HEADER = "| fault | parameters | what goes wrong | by REST |";

    @Test
    void shouldTellEachFaultAsTheRegistryHasIt() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        int first = lines.indexOf(HEADER) + 2;
        int end = first;
        while (lines.get(end).startsWith("| ")) {
            end++;
        }

        List<String> registry = Arrays.stream(FaultKind.values()).map(FaultKind::tableRow).toList();

        assertEquals(String.join("\n", registry), String.join("\n", lines.subList(first, end)));
    }
}
