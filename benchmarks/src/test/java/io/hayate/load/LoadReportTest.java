package io.hayate.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadReportTest {
    private static final String COMMAND = "scripts/load --quick";
    private static final LoadPlan PLAN = new LoadPlan(20_000, 1, 1, 20, 2, 30);
    private static final Burst BURST =
            new Burst(2.01, 803_000, 1_234_567, 1_850, 12_345, 2_345_678, 1_234_567, 1_234);

    private final LoadResult result = new LoadResult(300, 13);

    @TempDir Path folder;

    @BeforeEach
    void findMuch() {
        result.steady(new Steady(60, 1_200_000, 1_500_000, 50, 50, 100_000, 1_000_000, 0));
        for (String name :
                List.of(
                        "frames",
                        "events",
                        "lost",
                        "sequenceGaps",
                        "malformed",
                        "unknown",
                        "checksumsFailed",
                        "checksumsPassed",
                        "checksumsSkipped",
                        "conflated",
                        "dropped",
                        "resyncs",
                        "reconnects",
                        "strategyExceptions",
                        "bytes",
                        "steadyEvents",
                        "bytesWithBursts",
                        "eventsWithBursts",
                        "healthyChannels")) {
            result.put(name, 12_345_678);
        }
        result.put("settings", "topology split, idle blocking, ring-size 65536, loops 1");
        result.words(List.of("LIVE something that the session says at a length ".repeat(4)));
        result.add(BURST);
    }

    private String text() {
        return LoadReport.text(COMMAND, PLAN, result, Goals.of(PLAN, result));
    }

    @Test
    void shouldKeepWithinAnOrdinaryTerminal() {
        String all = text() + LoadReport.line(BURST);

        assertEquals(List.of(), all.lines().filter(line -> line.length() > 80).toList());
    }

    @Test
    void shouldTellWhichGoalsWereHeldAndWhichMissed() {
        List<String> lines = text().lines().map(line -> line.replaceAll(" +", " ")).toList();

        assertTrue(lines.contains("held steady rate, messages/s 19,800 or more 20,000"));
        assertTrue(lines.contains("MISSED frames lost 0 12,345,678"));
        assertTrue(lines.contains("held burst 1: drained, ms under 2,000 1,850"));
        assertTrue(lines.get(lines.size() - 1).endsWith(" MISSED."));
    }

    @Test
    void shouldTellCommandMachineAndJava() {
        String text = text();

        assertTrue(text.contains(COMMAND));
        assertTrue(text.contains(" processor"));
        assertTrue(text.contains(Runtime.version().toString()));
    }

    @Test
    void shouldWriteTheSameForPrograms() throws IOException {
        Path file = folder.resolve("load.json");
        LoadReport.write(file, COMMAND, PLAN, result, Goals.of(PLAN, result));

        JsonNode json = new ObjectMapper().readTree(Files.readString(file));
        assertEquals(COMMAND, json.get("command").asText());
        assertEquals("steady rate, messages/s", json.get("goals").get(0).get("what").asText());
        assertTrue(json.get("goals").get(0).get("held").asBoolean());
    }
}
