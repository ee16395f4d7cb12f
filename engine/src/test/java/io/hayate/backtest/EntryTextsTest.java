package io.hayate.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.recording.EntryKind;
import io.hayate.recording.RecordingHead;
import io.hayate.recording.Recordings;
import io.hayate.recording.tool.CutChoice;
import io.hayate.recording.tool.RecordingCut;
import io.hayate.recording.tool.RecordingMerge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a recording's entries an exchange is given. */
class EntryTextsTest {
    private static final String TIMES = ",\"ns\":1000,\"us\":1764000000000000,";

    @TempDir private Path folder;

    private static String head(String settings) {
        return "{\"k\":\"recording\",\"version\":1"
                + TIMES
                + "\"file\":1,\"hayate\":\"test\",\"java\":\"\",\"settings\":"
                + settings
                + "}";
    }

    private static String open(int connection, boolean isPublic) {
        return "{\"k\":\"open\",\"c\":" + connection + TIMES + "\"public\":" + isPublic + "}";
    }

    private static String openOfPaper(int connection) {
        return "{\"k\":\"open\",\"c\":" + connection + TIMES + "\"public\":false,\"paper\":true}";
    }

    private static String in(int connection, String text) {
        return "{\"k\":\"in\",\"c\":" + connection + TIMES + "\"f\":" + text + "}";
    }

    private void write(int hour, String... lines) throws IOException {
        Path file = folder.resolve("hayate-20261130T0" + hour + "0000Z-0001.jsonl");
        Files.write(file, List.of(lines));
    }

    private List<String> texts() throws IOException {
        return texts(folder);
    }

    private static List<String> texts(Path recording) throws IOException {
        List<String> told = new ArrayList<>();
        try (EntryTexts texts = new EntryTexts(Recordings.open(recording), new Coverage())) {
            while (texts.next()) {
                String text =
                        texts.kind() == EntryKind.IN
                                ? " "
                                        + texts.text()
                                                .getStringWithoutLengthUtf8(
                                                        texts.offset(), texts.length())
                                : "";
                told.add(texts.kind() + " " + texts.connection() + text);
            }
        }
        return told;
    }

    @Test
    void shouldLeaveOutTheAccountOfARunWithPaperOrders() throws IOException {
        write(
                1,
                head("{\"account\":true,\"written\":{}}"),
                openOfPaper(1),
                open(2, true),
                in(1, "[0,\"hb\"]"),
                in(2, "[5,\"hb\"]"));

        assertEquals(List.of("OPEN 2", "IN 2 [5,\"hb\"]"), texts());
    }

    @Test
    void shouldLeaveItOutOfPartsToo(@TempDir Path made) throws IOException {
        write(
                1,
                head("{\"account\":true,\"written\":{}}"),
                openOfPaper(1),
                open(2, true),
                in(1, "[0,\"hb\"]").replace("1764000000000000", "1764000001000000"),
                in(2, "[5,\"hb\"]").replace("1764000000000000", "1764000001000000"));
        RecordingHead head = RecordingHead.madeOf("", "", List.of(), true);
        Path cut = made.resolve("cut.jsonl.gz");
        Path merged = made.resolve("merged.jsonl.gz");

        CutChoice later = new CutChoice("2025-11-24T16:00:00.5Z", null, Set.of(), null);
        RecordingCut.cut(folder, later, head, cut);
        RecordingMerge.merge(List.of(cut), head, merged);

        assertEquals(List.of("OPEN 2", "IN 2 [5,\"hb\"]"), texts(cut));
        assertEquals(List.of("OPEN 2", "IN 2 [5,\"hb\"]", "CLOSE 2"), texts(merged));
    }

    @Test
    void shouldGiveTheAccountOfAnyOtherRun() throws IOException {
        write(1, head("{\"account\":true,\"written\":{}}"), open(1, false), in(1, "[0,\"hb\"]"));

        assertEquals(List.of("OPEN 1", "IN 1 [0,\"hb\"]"), texts());
    }

    @Test
    void shouldEndWhatARunLeftOpenThatWasKilled() throws IOException {
        write(1, head("{\"account\":true,\"written\":{}}"), open(1, false), open(2, true));
        write(2, head("{\"account\":false,\"written\":{}}"), open(1, true), in(1, "[5,\"hb\"]"));

        assertEquals(
                List.of("OPEN 1", "OPEN 2", "CLOSE 2", "CLOSE 1", "OPEN 3", "IN 3 [5,\"hb\"]"),
                texts());
    }
}
