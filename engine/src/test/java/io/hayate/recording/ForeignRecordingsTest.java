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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignRecordingsTest {
    private static final String TARDIS =
            """
            2019-06-01T00:00:04.0870000Z {"event":"info","version":2,"platform":{"status":1}}
            2019-06-01T00:00:04.1234567Z [17470,[7616.5,31.8]]
            2019-06-01T00:00:05Z [17470,"hb"]

            2019-06-01T00:01:00.5Z {"event":"info","version":2,"platform":{"status":1}}
            2019-06-02T23:59:59.9999999Z [3,"hb"]
            """;
    private static final String CRYPTOFEED =
            """
            https://api-pub.bitfinex.com/v2/conf/pub:list:currency -> 1618677543.366261: [["AAA"]]
            configuration: {"ticker":["BFT-USD"]}
            wss://api.bitfinex.com/ws/2 <-> 1618677543.367689
            wss://api.bitfinex.com/ws/2 <- 1618677543.829587: {"event":"conf","flags":65536}
            1618677543.83163: {"event":"info","version":2,"platform":{"status":1}}
            1618677543.8298671: [232949,"hb",1]

            wss://api.bitfinex.com/ws/2 <-> 1618677600
            1618677601.0: {"event":"info","version":2,"platform":{"status":1}}
            """;

    @TempDir private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Each entry as kind, connection, time, and text or cause. */
    private static List<String> read(Path recording) throws IOException {
        List<String> all = new ArrayList<>();
        try (EntrySource source = Recordings.open(recording)) {
            while (source.next()) {
                all.add(line(source.entry()));
            }
        }
        return all;
    }

    private static String line(RecordedEntry entry) {
        assertEquals(Math.floorDiv(entry.timeNs(), 1_000), entry.wallUs());
        String text = entry.kind() == EntryKind.CLOSE ? entry.cause() : entry.textString();
        String head = text.length() > 16 ? text.substring(0, 16) : text;
        return entry.kind() + " " + entry.connection() + " " + entry.timeNs() + " " + head;
    }

    private static final List<String> TARDIS_READ =
            List.of(
                    "OPEN 1 1559347204087000000 ",
                    "IN 1 1559347204087000000 {\"event\":\"info\",",
                    "IN 1 1559347204123456700 [17470,[7616.5,3",
                    "IN 1 1559347205000000000 [17470,\"hb\"]",
                    "CLOSE 1 1559347205000000000 LOST",
                    "OPEN 2 1559347260500000000 ",
                    "IN 2 1559347260500000000 {\"event\":\"info\",",
                    "IN 2 1559519999999999900 [3,\"hb\"]");

    @Test
    void shouldReadTardisAndTakeAnEmptyLineAsALostConnection() throws IOException {
        assertEquals(TARDIS_READ, read(write("a.json", TARDIS)));
    }

    @Test
    void shouldReadWhatTardisMachineAnswers() throws IOException {
        Path file =
                write(
                        "a",
                        """
                        {"localTimestamp":"2019-06-01T00:00:04.087Z","message":{"event":"info","version":2}}
                        {"localTimestamp":"2019-06-01T00:00:05Z","message":[17470,"hb"]}
                        """);

        assertEquals(
                List.of(
                        "OPEN 1 1559347204087000000 ",
                        "IN 1 1559347204087000000 {\"event\":\"info\",",
                        "IN 1 1559347205000000000 [17470,\"hb\"]"),
                read(file));
    }

    @Test
    void shouldReadCryptofeedWithWhatItSentAndItsConnects() throws IOException {
        assertEquals(
                List.of(
                        "REST 0 1618677543366261000 [[\"AAA\"]]",
                        "OPEN 1 1618677543367689000 ",
                        "OUT 1 1618677543829587000 {\"event\":\"conf\",",
                        "IN 1 1618677543831630000 {\"event\":\"info\",",
                        "IN 1 1618677543829867100 [232949,\"hb\",1]",
                        "CLOSE 1 1618677600000000000 UNKNOWN",
                        "OPEN 2 1618677600000000000 ",
                        "IN 2 1618677601000000000 {\"event\":\"info\","),
                read(write("BITFINEX.ws.1.0", CRYPTOFEED)));
    }

    @Test
    void shouldReadCryptofeedsLinesOfJson() throws IOException {
        Path file =
                write(
                        "BITFINEX.jsonl",
                        """
                        {"t":"header","format":2,"exchange":"BITFINEX","config":{"trades":["BTC-USD"]}}
                        {"t":"http","conn":"BITFINEX.http.0","ts":1618678132.35,"url":"https://a","data":"[]"}
                        {"t":"connect","conn":"BITFINEX.ws.1","addr":"wss://a","ts":1618678132.368}
                        {"t":"connect","conn":"BITFINEX.ws.2","addr":"wss://a","ts":1618678132.4}
                        {"t":"send","conn":"BITFINEX.ws.1","ts":1618678132.83,"addr":"wss://a","data":"{\\"event\\":1}"}
                        {"t":"recv","conn":"BITFINEX.ws.2","ts":1618678132.9100001,"data":"[1,\\"hb\\"]"}
                        """);

        assertEquals(
                List.of(
                        "REST 0 1618678132350000000 []",
                        "OPEN 1 1618678132368000000 ",
                        "OPEN 2 1618678132400000000 ",
                        "OUT 1 1618678132830000000 {\"event\":1}",
                        "IN 2 1618678132910000100 [1,\"hb\"]"),
                read(file));
    }

    @Test
    void shouldTakeTheTimeOfBareFramesFromThemAndElseFromTheirOrder() throws IOException {
        Path file =
                write(
                        "frames.jsonl",
                        """
                        {"event":"info","version":2}
                        {"event":"subscribe","channel":"trades"}
                        [1,"hb"]
                        [1,"te",[658733916,1617643611128,0.7,230890],394]
                        [0,"on",null,{"cid":1}]
                        [0,"n",null,{"a":1}]
                        [0,"on",[1,null]]
                        [2,[1,2],7,1617643612000]
                        [1,"tu",[658733916,1617643611128,0.7,230890]]
                        {"event":"info","version":2}
                        [2,"hb"]""");

        assertEquals(
                List.of(
                        "OPEN 1 1617643611125000000 ",
                        "IN 1 1617643611125000000 {\"event\":\"info\",",
                        "OUT 1 1617643611126000000 {\"event\":\"subscr",
                        "IN 1 1617643611127000000 [1,\"hb\"]",
                        "IN 1 1617643611128000000 [1,\"te\",[6587339",
                        "OUT 1 1617643611129000000 [0,\"on\",null,{\"c",
                        "OUT 1 1617643611130000000 [0,\"n\",null,{\"a\"",
                        "IN 1 1617643611131000000 [0,\"on\",[1,null]",
                        "IN 1 1617643612000000000 [2,[1,2],7,16176",
                        "IN 1 1617643612001000000 [1,\"tu\",[6587339",
                        "CLOSE 1 1617643612002000000 UNKNOWN",
                        "OPEN 2 1617643612002000000 ",
                        "IN 2 1617643612002000000 {\"event\":\"info\",",
                        "IN 2 1617643612003000000 [2,\"hb\"]"),
                read(file));
    }

    @Test
    void shouldReadTheSampleOfRealFrames() throws IOException {
        Path sample = Path.of("src/test/resources/frames/real-sample.jsonl");
        List<String> lines = Files.readAllLines(sample);
        List<String> texts = new ArrayList<>();
        try (EntrySource source = Recordings.open(sample)) {
            assertEquals(RecordingFormat.FRAMES, source.format());
            while (source.next()) {
                if (source.entry().textLength() > 0) {
                    texts.add(source.entry().textString());
                }
            }
        }

        assertEquals(lines, texts);
    }

    @Test
    void shouldReadFilesCompressedEitherWay() throws IOException {
        byte[] bytes = TARDIS.getBytes(StandardCharsets.UTF_8);
        Path gzip = Files.write(folder.resolve("a.json.gz"), RecordingKit.gzip(bytes));
        Path zstd = Files.write(folder.resolve("a.zst"), Zstd.compress(bytes));

        assertEquals(TARDIS_READ, read(gzip));
        assertEquals(TARDIS_READ, read(zstd));
    }

    @Test
    void shouldReadOwnFilesOfAnyCompression() throws IOException {
        String own =
                """
                {"k":"recording","version":1,"ns":1,"us":0,"settings":{}}
                {"k":"end","c":0,"ns":1000,"us":1}
                """;
        byte[] bytes = own.getBytes(StandardCharsets.UTF_8);
        Path zstd = Files.write(folder.resolve("a.zst"), Zstd.compress(bytes));

        assertEquals(2, read(zstd).size());
    }

    @Test
    void shouldReadWhatStandsBeforeTheEndWhereverAFileIsCut() throws IOException {
        byte[] bytes = TARDIS.getBytes(StandardCharsets.UTF_8);
        for (byte[] each : List.of(RecordingKit.gzip(bytes), Zstd.compress(bytes))) {
            for (int i = 5; i < each.length; i++) {
                Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(each, i));
                try (EntrySource source = Recordings.open(cut)) {
                    int read = 0;
                    while (source.next()) {
                        assertEquals(TARDIS_READ.get(read), line(source.entry()));
                        read++;
                    }
                    assertEquals(1, source.tears().size(), "cut at " + i);
                } catch (RecordingException e) { // not even the first line is there
                    assertTrue(e.getMessage().startsWith(cut + " is no recording: it "));
                }
            }
        }
    }

    @Test
    void shouldCallATextThatIsHalfALineTorn() throws IOException {
        for (int i = TARDIS.length() - 8; i < TARDIS.length(); i++) {
            Path cut = write("cut", TARDIS.substring(0, i));
            List<String> tears = new ArrayList<>();
            int read = RecordingKit.read(cut, tears).size();

            boolean isWhole = i == TARDIS.length() - 1; // but for its line feed
            assertEquals(isWhole ? 8 : 7, read, "cut at " + i);
            assertEquals(isWhole ? List.of() : List.of(cut + ":5"), tears);
        }
    }

    @Test
    void shouldGoOnWithAConnectionInTheNextFile() throws IOException {
        List<String> lines = TARDIS.lines().map(each -> each + "\n").toList();
        write("tardis.json.9", lines.get(0) + lines.get(1));
        write("tardis.json.10", lines.get(2) + lines.get(3));
        write("tardis.json.11", lines.get(4) + lines.get(5));

        assertEquals(TARDIS_READ, read(folder));
    }

    @Test
    void shouldRefuseAFolderOfSeveralFormats() throws IOException {
        write("a.1", TARDIS);
        Path second = write("a.2", CRYPTOFEED);

        RecordingException e = assertThrows(RecordingException.class, () -> read(folder));
        assertEquals(
                second + " must be of the same format as a.1, tardis: was of cryptofeed",
                e.getMessage());
    }

    @Test
    void shouldNameTheLineThatIsOfAnotherFormat() throws IOException {
        for (String wrong :
                List.of(
                        "[1,\"hb\"]",
                        "2019-06-01T00:00:04.0870000 [1]",
                        "2019-02-30T00:00:04Z [1]",
                        "2019-06-01T24:00:04Z [1]",
                        "2019-06-01T00:00:04.0870000Z")) {
            Path file = write("a", TARDIS + wrong + "\n");
            RecordingException e = assertThrows(RecordingException.class, () -> read(file));
            assertEquals(
                    file
                            + ":7: must be a time such as 2019-06-01T00:00:04.0870000Z, a blank and"
                            + " a frame",
                    e.getMessage());
        }
        for (String wrong :
                List.of("[1,\"hb\"]", "1618677543.83163:[1]", "x: [1]", "wss://a <> 1")) {
            Path file = write("a", CRYPTOFEED + wrong + "\n");
            RecordingException e = assertThrows(RecordingException.class, () -> read(file));
            assertTrue(e.getMessage().startsWith(file + ":10: must be SECONDS: FRAME"), wrong);
        }
        Path file = write("a", "[1,\"hb\"]\nnonsense\n");
        RecordingException e = assertThrows(RecordingException.class, () -> read(file));
        assertEquals(file + ":2: must be a frame: a JSON array or object", e.getMessage());
    }
}
