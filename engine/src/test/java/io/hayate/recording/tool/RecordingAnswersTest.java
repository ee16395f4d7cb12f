package io.hayate.recording.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingAnswersTest {
    private static final Path FRAMES = Path.of("src/test/resources/frames");
    private static final String SESSION =
            """
            2019-06-01T00:00:00.0000000Z {"event":"info","version":2,"platform":{"status":1}}
            2019-06-01T00:00:00.1000000Z {"event":"subscribed","channel":"ticker","chanId":1,"symbol":"tBTCUSD","pair":"BTCUSD"}
            2019-06-01T00:00:00.2000000Z {"event":"subscribed","channel":"book","chanId":2,"symbol":"tBTCUSD","prec":"P0","freq":"F0","len":"25","pair":"BTCUSD"}
            2019-06-01T00:00:01.0000000Z [1,[7616.5,31.8,7617.5,43.3,1,0.1,7617,1000,7700,7500],1]
            2019-06-01T00:00:01.0000000Z [2,[[6000,1,1],[5900,1,2],[6100,1,-3],[6200,1,-4]],2]
            2019-06-01T00:00:02.0000000Z [2,"cs",1756193398,3]
            2019-06-01T00:00:03.0000000Z [1,[7616.5,31.8,7617.5,43.3,1,0.1,7617,1000,7700,7500],4]
            2019-06-01T00:00:03.0000000Z [2,"hb",5]
            """;

    @TempDir private Path folder;

    private final StringWriter printed = new StringWriter();

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("a"), text);
    }

    private RecordingAnswers answers(boolean isJson) {
        return new RecordingAnswers(new PrintWriter(printed, true), isJson);
    }

    private List<String> findings(String text) throws IOException {
        Path file = write(text);
        printed.getBuffer().setLength(0);
        assertFalse(answers(false).check(file));
        List<String> lines = new ArrayList<>(printed.toString().lines().toList());
        lines.remove(lines.size() - 1); // the counts
        return lines.stream().map(each -> each.replace(file + ":", "")).toList();
    }

    @Test
    void shouldTellWhatARecordingHolds() throws IOException {
        Path file = write(SESSION);

        answers(false).info(file);

        assertEquals(
                file
                        + """

                        format tardis, 1 file, 1 connection
                        2019-06-01 00:00:00.000 to 2019-06-01 00:00:03.000 UTC, 3.000s
                        9 entries: 8 in, 1 open

                        CHANNEL                                         FRAMES   A SECOND      CHECKSUMS
                        ticker tBTCUSD                                       2       0.50
                        book tBTCUSD P0 F0 25                                2       1.00         1 of 1

                        besides: 1 heartbeat, 3 events, 0 account frames
                        nothing is wrong with it
                        """,
                printed.toString());
    }

    @Test
    void shouldTellTheSameAsJson() throws IOException {
        answers(true).info(write(SESSION));

        String json = printed.toString();
        assertEquals(1, json.lines().count());
        assertTrue(
                json.contains("\"from\":\"2019-06-01T00:00:00Z\",\"to\":\"2019-06-01T00:00:03Z\""));
        assertTrue(
                json.contains(
                        "{\"channel\":\"book\",\"symbol\":\"tBTCUSD\",\"key\":\"\",\"precision\":\"P0\","
                                + "\"length\":25,\"frames\":2,\"perSecond\":1.0,"
                                + "\"checksums\":{\"passed\":1,\"failed\":0,\"skipped\":0}}"),
                json);
    }

    @Test
    void shouldFindNothingInAWholeRecording() throws IOException {
        assertTrue(answers(false).check(write(SESSION)));
        assertEquals("nothing is wrong with it\n", printed.toString());
    }

    @Test
    void shouldKnowEveryFrameOfTheRealSample() throws IOException {
        answers(true).info(FRAMES.resolve("real-sample.jsonl"));

        assertTrue(printed.toString().contains("\"unknown\":0,"), printed.toString());
    }

    @Test
    void shouldFindAWrongChecksum() throws IOException {
        assertEquals(
                List.of("6: checksum: book tBTCUSD P0 F0 25 has 1756193398: was told 1756193399"),
                findings(SESSION.replace("1756193398", "1756193399")));
    }

    @Test
    void shouldFindAGapAndCheckNoBookBehindIt() throws IOException {
        assertEquals(
                List.of("6: gap: number 4 follows 2", "7: gap: number 4 follows 4"),
                findings(SESSION.replace("1756193398,3]", "1756193398,4]")));
    }

    @Test
    void shouldFindTimesThatGoBack() throws IOException {
        assertEquals(
                List.of("6: time: is earlier than the entry of its connection before"),
                findings(SESSION.replace("00:00:02.0000000Z", "00:00:00.5000000Z")));
    }

    /** All texts of a read have its time, which is before what is sent about one of them. */
    @Test
    void shouldTakeWhatIsSentWithinAReadForItsOrder() throws IOException {
        String read =
                "{\"k\":\"recording\",\"version\":1,\"ns\":5,\"us\":1700000000000000,\"file\":1,"
                        + "\"hayate\":\"0.1.0\",\"java\":\"25\",\"settings\":{}}\n"
                        + entry("open", 5, "\"public\":true")
                        + entry("in", 7, "\"f\":[1,\"hb\"]")
                        + entry("out", 9, "\"f\":{\"event\":\"unsubscribe\",\"chanId\":1}")
                        + entry("in", 7, "\"f\":[1,\"hb\"]");
        String sentEarlier = entry("out", 6, "\"f\":{\"event\":\"ping\"}");

        assertEquals(
                List.of(), findings(read).stream().filter(each -> each.contains("time")).toList());
        assertEquals(
                List.of("6: time: is earlier than the entry of its connection before"),
                findings(read + sentEarlier).stream()
                        .filter(each -> each.contains("time"))
                        .toList());
    }

    private static String entry(String kind, long ns, String more) {
        return "{\"k\":\""
                + kind
                + "\",\"c\":1,\"ns\":"
                + ns
                + ",\"us\":1700000000000000,"
                + more
                + "}\n";
    }

    @Test
    void shouldFindAChannelThatIsNotSubscribed() throws IOException {
        assertEquals(
                List.of("9: channel: channel 3 is not subscribed: 1 frame (book, levels)"),
                findings(SESSION + "2019-06-01T00:00:04Z [3,[1,2,3],6]\n"));
    }

    @Test
    void shouldNameEachChannelWithoutItsSubscribedOnceAndTellWhatItLooksLike() throws IOException {
        String unnamed =
                """
                2019-06-01T00:00:04Z [3,"hb",6]
                2019-06-01T00:00:04Z [3,[],7]
                2019-06-01T00:00:05Z [3,[[34753002978,7294.7,1.54340371]],8]
                2019-06-01T00:00:06Z [3,[34753002978,0,1],9]
                2019-06-01T00:00:06Z [4,"te",[402088407,1574963975602,-0.2,153.57],10]
                2019-06-01T00:00:06Z [5,"xx",[1],11]
                """;
        Path file = write(SESSION + unnamed);

        assertEquals(
                List.of(
                        "10: channel: channel 3 is not subscribed: 3 frames (book, orders)",
                        "13: channel: channel 4 is not subscribed: 1 frame (trades)",
                        "14: channel: channel 5 is not subscribed: 1 frame"),
                findings(SESSION + unnamed));
        answers(false).info(file);
        assertTrue(
                printed.toString()
                        .contains(
                                """
                                WITHOUT THEIR SUBSCRIBED FRAME                  FRAMES   A SECOND     LOOKS LIKE
                                channel 3 of connection 1                            3       1.00   book, orders
                                channel 4 of connection 1                            1       0.00         trades
                                channel 5 of connection 1                            1       0.00
                                whose these are is not recorded: replay, backtest and export leave them out
                                """),
                printed::toString);
        assertTrue(printed.toString().endsWith("found: channel 5\n"));
        answers(true).info(file);
        assertTrue(
                printed.toString()
                        .contains(
                                "\"unnamed\":[{\"chanId\":3,\"connection\":1,\"frames\":3,"
                                        + "\"perSecond\":1.0,\"looksLike\":\"book, orders\"},"),
                printed::toString);
    }

    @Test
    void shouldTellEveryKindOfChannelByItsFrames() throws IOException {
        assertForm("ticker", "[9,[99,31.8,100,43.3,1,0.01,99.5,5000,101,90]]");
        assertForm("ticker", "[9,[99,31.8,100,43.3,1,0.01,99.5,5000,101,90,null]]");
        assertForm("funding ticker", "[9,[1e-4,2e-4,30,3.9,1e-4,2,3,-5e-5,-0.2,1e-4,1,2e-4,7e-7]]");
        assertForm("trades", "[9,[[401597393,1574694475039,0.005,7244.9]]]");
        assertForm("funding trades", "[9,[[133323543,1574694605000,-59.84,0.00023647,2]]]");
        assertForm("trades", "[9,\"tu\",[401597393,1574694475039,0.005,7244.9]]");
        assertForm("funding trades", "[9,\"ftu\",[133323543,1574694605000,-59.84,0.00023,2]]");
        assertForm("book, levels", "[9,[7254.7,3,3.3]]");
        assertForm("book, levels", "[9,[[7254.7,3,3.3],[7255,1,-1]]]");
        assertForm("book, orders", "[9,[86143614019,0,1]]");
        assertForm("funding book", "[9,[0.00023112,30,1,-15190.7005375]]");
        assertForm("funding book", "[9,[[658282397,30,0.000233,-530]]]");
        assertForm("book", "[9,\"cs\",-1175357890]");
        assertForm("candles", "[9,[1574698260000,7379.7,7383.8,7388.3,7379.7,1.68]]");
        assertForm("candles", "[9,[[1574698260000,7379.7,7383.8,7388.3,7379.7,1.68]]]");
        assertForm("status", "[9,[1570492830000,null,8192.7,8197.3,null,1,null,15,-1e-7,9,null]]");
        assertForm("status", "[9,[[\"pos\",142397657,1574697680828.2,null,\"tBTCUSD\",1,2]]]");
    }

    private void assertForm(String form, String frame) throws IOException {
        assertEquals(
                List.of("9: channel: channel 9 is not subscribed: 1 frame (" + form + ")"),
                findings(SESSION + "2019-06-01T00:00:04Z " + frame + "\n"));
    }

    @Test
    void shouldForgetChannelsWhenTheConnectionIsLost() throws IOException {
        assertEquals(
                List.of("10: channel: channel 1 is not subscribed: 1 frame (ticker)"),
                findings(
                        SESSION
                                + "\n2019-06-01T00:00:04Z [1,[7616.5,31.8,7617.5,43.3,1,0.1,7617,1,2,3]]\n"));
    }

    @Test
    void shouldFindFramesThatAreUnknownOrBroken() throws IOException {
        assertEquals(
                List.of(
                        "9: unknown: an event that is not known: nonsense",
                        "10: unknown: a frame of market data of a type that is not known",
                        "11: unknown: a frame of the account of a type that is not known"),
                findings(
                        SESSION
                                + """
                                2019-06-01T00:00:04Z {"event":"nonsense"}
                                2019-06-01T00:00:04Z [1,"zz",[1]]
                                2019-06-01T00:00:04Z [0,"zz",[1]]
                                """));
        assertTrue(
                findings(SESSION + "2019-06-01T00:00:04Z nonsense\n")
                        .get(0)
                        .startsWith("9: unknown: a frame that cannot be read: "));
    }

    @Test
    void shouldFindATornEndAndALineThatIsNone() throws IOException {
        assertEquals(
                List.of("8: torn: is the last whole line: the file ends torn"),
                findings(SESSION + "2019-06-01T00:0"));
        printed.getBuffer().setLength(0);
        assertTrue(
                findings(SESSION + "nonsense\n").get(0).startsWith("damaged: 9: must be a time"));
    }

    @Test
    void shouldFindLostEntriesOfAnOwnRecording() throws IOException {
        assertEquals(
                List.of(
                        "2: lost: 12 entries found no room before this one",
                        "3: channel: connection 7 has a text, and it was not opened",
                        "4: channel: connection 8 closes, and it was not open"),
                findings(
                        """
                        {"k":"recording","version":1,"ns":1,"us":2,"file":1,"settings":{}}
                        {"k":"lost","c":0,"ns":3,"us":4,"count":12}
                        {"k":"in","c":7,"ns":3,"us":4,"f":{"event":"info","version":2}}
                        {"k":"close","c":8,"ns":3,"us":4,"cause":"LOST","detail":""}
                        {"k":"end","c":0,"ns":3,"us":4}
                        """));
    }

    @Test
    void shouldListTheFilesOfAFolder() throws IOException {
        Files.writeString(folder.resolve("a.1"), SESSION);
        Files.writeString(folder.resolve("a.2"), SESSION + "2019");
        Files.writeString(folder.resolve("b"), "nonsense");

        answers(false).list(folder);

        assertEquals(
                """
                FILE                                   FROM (UTC)     SPAN   SIZE   ENTRIES
                a.1                                    06-01 00:00  3.000s    697         9
                a.2                                    06-01 00:00  3.000s    701         9 torn
                b                                                               8         0
                  FOLDER/b is no recording: it begins with 'nonsense'
                3 files, BYTES
                """,
                printed.toString()
                        .replace(folder.toString(), "FOLDER")
                        .replaceAll("[0-9,]+ bytes", "BYTES"));
    }
}
