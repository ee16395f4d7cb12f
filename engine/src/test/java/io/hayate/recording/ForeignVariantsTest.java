package io.hayate.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What editors, programs and people make of others' files: the same is read. */
class ForeignVariantsTest {
    private static final String MARK = "\uFEFF";
    private static final String FRAMES =
            """
            {"event":"info","version":2,"platform":{"status":1}}
            {"event":"subscribe","channel":"trades","symbol":"fUSD"}
            {"event":"subscribed","channel":"trades","chanId":7,"symbol":"fUSD","currency":"USD"}
            [7,"fte",[133323543,1574694605000,-59.84,0.00023647,2]]
            [7,"hb"]
            [0,"on",null,{"cid":1}]
            [7,"hb",5,1574694606000]
            {"event":"info","version":2,"platform":{"status":1}}
            [7,"hb"]
            """;
    private static final long PRINT_NS = 1_574_694_605_000_000_000L;
    private static final long MS_NS = 1_000_000;

    @TempDir private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String tardis(String frames) {
        return "2019-11-25T15:10:05.0000000Z "
                + frames.strip().replace("\n", "\n2019-11-25T15:10:05Z ")
                + "\n";
    }

    private static String cryptofeed(String frames) {
        return "1574694605.0: " + frames.strip().replace("\n", "\n1574694605.5: ") + "\n";
    }

    /** Kind, connection and text of each. */
    private static List<String> texts(Path recording) throws IOException {
        return RecordingKit.read(recording).stream()
                .map(each -> each.kind() + " " + each.connection() + " " + each.text())
                .toList();
    }

    private static List<Long> times(Path recording) throws IOException {
        return RecordingKit.read(recording).stream().map(RecordingKit.Seen::timeNs).toList();
    }

    @Test
    void shouldTakeWhatOnlyAClientSendsAsSentInEachFormat() throws IOException {
        List<String> due =
                List.of(
                        "OPEN 1 ",
                        "IN 1 {\"event\":\"info\",\"version\":2,\"platform\":{\"status\":1}}",
                        "OUT 1 {\"event\":\"subscribe\",\"channel\":\"trades\",\"symbol\":\"fUSD\"}",
                        "IN 1 {\"event\":\"subscribed\",\"channel\":\"trades\",\"chanId\":7,"
                                + "\"symbol\":\"fUSD\",\"currency\":\"USD\"}",
                        "IN 1 [7,\"fte\",[133323543,1574694605000,-59.84,0.00023647,2]]",
                        "IN 1 [7,\"hb\"]",
                        "OUT 1 [0,\"on\",null,{\"cid\":1}]",
                        "IN 1 [7,\"hb\",5,1574694606000]",
                        "CLOSE 1 ",
                        "OPEN 2 ",
                        "IN 2 {\"event\":\"info\",\"version\":2,\"platform\":{\"status\":1}}",
                        "IN 2 [7,\"hb\"]");

        assertEquals(due, texts(write("a", FRAMES)));
        assertEquals(due, texts(write("b", tardis(FRAMES))));
        assertEquals(due, texts(write("c", cryptofeed(FRAMES))));
    }

    @Test
    void shouldReadTheSameWithMarksCarriageReturnsAndWithoutTheLastEnd() throws IOException {
        for (String each : List.of(FRAMES, tardis(FRAMES), cryptofeed(FRAMES))) {
            List<RecordingKit.Seen> due = RecordingKit.read(write("a", each));

            assertEquals(due, RecordingKit.read(write("a", MARK + each)));
            assertEquals(due, RecordingKit.read(write("a", each.replace("\n", "\r\n"))));
            assertEquals(due, RecordingKit.read(write("a", MARK + each.replace("\n", "\r\n"))));
            assertEquals(due, RecordingKit.read(write("a", each.stripTrailing())));
        }
    }

    @Test
    void shouldReadFilesThatWereJoinedWithTheirMarks() throws IOException {
        Path joined = write("a", MARK + tardis(FRAMES) + MARK + tardis(FRAMES));

        assertEquals(25, RecordingKit.read(joined).size()); // one CLOSE more
    }

    @Test
    void shouldReadOwnFilesWithAMark() throws IOException {
        Path own =
                write(
                        "a.jsonl",
                        MARK
                                + "{\"k\":\"recording\",\"version\":1,\"ns\":1,\"us\":2,\"settings\":{}}\n");

        assertEquals(List.of(), RecordingKit.read(own));
    }

    @Test
    void shouldReadCryptofeedsJsonWithCarriageReturnsAndEmptyLines() throws IOException {
        String json =
                """
                {"t":"header","format":2}

                {"t":"recv","conn":"a","ts":1.5,"data":"[1]"}
                """;
        Path file = write("a.jsonl", json.replace("\n", "\r\n"));

        assertEquals(List.of("OPEN 1 ", "IN 1 [1]"), texts(file));
    }

    @Test
    void shouldReadFramesThatWereWrittenWithBlanks() throws IOException {
        String spaced = FRAMES.replace(",", ", ").replace(":", ": ");
        List<RecordingKit.Seen> due = RecordingKit.read(write("a", FRAMES));

        List<RecordingKit.Seen> read = RecordingKit.read(write("b", spaced));

        assertEquals(texts(write("a", FRAMES)), without(texts(write("b", spaced))));
        assertEquals(due.get(4).timeNs(), read.get(4).timeNs());
        assertEquals(times(write("a", FRAMES)), times(write("b", spaced)));
        assertEquals(due.size(), read.size());
        assertEquals(2, RecordingKit.read(write("c", "{ \"event\": \"info\" }\n")).size());
        assertEquals(2, RecordingKit.read(write("c", "[ 7, \"hb\" ]\n")).size());
    }

    private static List<String> without(List<String> texts) {
        return texts.stream().map(each -> each.replace(", ", ",").replace(": ", ":")).toList();
    }

    @Test
    void shouldReadWhatWscatPrints() throws IOException {
        String old =
                """
                wscat -c wss://api-pub.bitfinex.com/ws/2
                { "event": "subscribe", "channel": "trades" }


                > {"event":"info","version":2}
                [7,"hb"]
                """;
        String young =
                """
                Connected (press CTRL+C to quit)
                < {"event":"info","version":2}
                > {"event":"subscribe","channel":"trades"}
                < [7,"te",[1,1574694605000,1,2]]
                Disconnected (code: 1006, reason: "")
                Connected (press CTRL+C to quit)
                < {"event":"info","version":2}
                """;

        assertEquals(
                List.of(
                        "OPEN 1 ",
                        "OUT 1 { \"event\": \"subscribe\", \"channel\": \"trades\" }",
                        "IN 1 {\"event\":\"info\",\"version\":2}",
                        "IN 1 [7,\"hb\"]"),
                texts(write("a", old)));
        assertEquals(
                List.of(
                        "OPEN 1 ",
                        "IN 1 {\"event\":\"info\",\"version\":2}",
                        "OUT 1 {\"event\":\"subscribe\",\"channel\":\"trades\"}",
                        "IN 1 [7,\"te\",[1,1574694605000,1,2]]",
                        "CLOSE 1 ",
                        "OPEN 2 ",
                        "IN 2 {\"event\":\"info\",\"version\":2}"),
                texts(write("b", young)));
        assertEquals(PRINT_NS, times(folder.resolve("b")).get(3));
    }

    @Test
    void shouldTakeTheTimeOfAPrintOfFunding() throws IOException {
        List<Long> times = times(write("a", FRAMES));

        assertEquals(PRINT_NS - 3 * MS_NS, times.get(0));
        assertEquals(PRINT_NS, times.get(4));
        assertEquals(PRINT_NS + MS_NS, times.get(5));
        assertEquals(PRINT_NS + 1_000 * MS_NS, times.get(7));
    }

    @Test
    void shouldGoOnBehindTheTimeOfTheFileBefore() throws IOException {
        Path frames = Files.createDirectory(folder.resolve("frames"));
        Files.writeString(frames.resolve("1"), "[7,\"te\",[1,1574694605000,1,2]]\n[7,\"hb\"]\n");
        Files.writeString(frames.resolve("2"), "[7,\"hb\"]\n");
        Files.writeString(frames.resolve("3"), "[7,\"hb\"]\n[7,\"te\",[1,1574694605002,1,2]]\n");

        assertEquals(
                List.of(
                        PRINT_NS,
                        PRINT_NS,
                        PRINT_NS + MS_NS,
                        PRINT_NS + 2 * MS_NS,
                        PRINT_NS + 3 * MS_NS,
                        PRINT_NS + 4 * MS_NS),
                times(frames));
    }

    @Test
    void shouldPassOverFilesOfAFolderThatAreEmpty() throws IOException {
        Path raw = Files.createDirectory(folder.resolve("raw"));
        Files.writeString(raw.resolve("BITFINEX.http.0.0"), "");
        Files.writeString(raw.resolve("BITFINEX.ws.1.0"), cryptofeed(FRAMES));

        assertEquals(12, texts(raw).size());
    }

    @Test
    void shouldSayThatAFileIsCutBeforeItsFirstLineOrHasNone() throws IOException {
        byte[] gzip = RecordingKit.gzip(tardis(FRAMES).getBytes(StandardCharsets.UTF_8));
        Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(gzip, 12));
        Path blank = write("blank", "\n\r\n\n");

        assertEquals(
                cut + " is no recording: it is cut short before its first line", complaint(cut));
        assertEquals(
                blank + " is no recording: it begins with blank lines alone", complaint(blank));
    }

    private static String complaint(Path recording) {
        return assertThrows(RecordingException.class, () -> RecordingKit.read(recording))
                .getMessage();
    }

    @Test
    void shouldReadWhatStandsBeforeTheEndOfALongFileWhereverItIsCut() throws IOException {
        StringBuilder text = new StringBuilder();
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            text.append("1574694605.")
                    .append(100_000 + i)
                    .append(": [7,[")
                    .append(random.nextLong());
            text.append(",1,").append(random.nextInt()).append("]]\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (byte[] each : List.of(RecordingKit.gzip(bytes), Zstd.compress(bytes))) {
            List<RecordingKit.Seen> whole =
                    RecordingKit.read(Files.write(folder.resolve("whole"), each));
            int before = 1;
            for (int i = each.length / 7; i < each.length; i += each.length / 7) {
                Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(each, i));
                List<String> tears = new ArrayList<>();
                List<RecordingKit.Seen> read = RecordingKit.read(cut, tears);

                assertEquals(whole.subList(0, read.size()), read);
                assertTrue(read.size() >= before, "cut at " + i);
                assertEquals(List.of(cut + ":" + (read.size() - 1)), tears); // without OPEN
                before = read.size();
            }
        }
    }
}
