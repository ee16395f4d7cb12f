package io.hayate.recording.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Channel;
import io.hayate.model.ConfigException;
import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordingException;
import io.hayate.recording.RecordingHead;
import io.hayate.recording.Recordings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingCutTest {
    private static final RecordingHead HEAD =
            RecordingHead.madeOf("0.1", "25", List.of("a \"b\""), true);
    private static final String SESSION =
            """
            wss://api.bitfinex.com/ws/2 <-> 1559347199.0
            wss://api.bitfinex.com/ws/2 <- 1559347199.0: {"event":"subscribe","channel":"ticker"}
            1559347200.0: {"event":"info","version":2,"platform":{"status":1}}
            1559347200.1: {"event":"conf","status":"OK","flags":65536}
            1559347200.1: {"event":"subscribed","channel":"ticker","chanId":1,"symbol":"tBTCUSD","pair":"BTCUSD"}
            1559347200.2: {"event":"subscribed","channel":"book","chanId":2,"symbol":"tBTCUSD","prec":"P0","freq":"F0","len":"25","pair":"BTCUSD"}
            1559347200.2: {"event":"subscribed","channel":"book","chanId":3,"symbol":"tETHUSD","prec":"R0","freq":"F0","len":"25","pair":"ETHUSD"}
            1559347201.0: [2,[[6000,1,1],[5900,1,1.5],[5800,1,9],[6100,1,-3]],1]
            1559347201.0: [3,[[11,200,5e-7],[12,210,-6]],2]
            1559347202.0: [2,[5900,1,2],3]
            1559347202.0: [2,[6200,2,-4],4]
            1559347202.0: [2,[5800,0,1],5]
            1559347203.0: [3,[13,205,-1],6]
            1559347203.0: [3,[12,0,-1],7]
            1559347204.0: [1,[7616.5,31.8,7617.5,43.3,1,0.1,7617,1000,7700,7500],8]
            1559347204.5: [2,"cs",1756193398,9]
            wss://api.bitfinex.com/ws/2 <- 1559347205.0: {"event":"ping"}
            1559347206.0: {"event":"subscribed","channel":"ticker","chanId":4,"symbol":"tETHUSD","pair":"ETHUSD"}
            1559347206.0: [3,"cs",5,10]
            1559347207.0: [4,[7616.5,31.8,7617.5,43.3,1,0.1,7617,1000,7700,7500],11]
            """;

    @TempDir private Path folder;

    private Path recording() throws IOException {
        return Files.writeString(folder.resolve("a"), SESSION);
    }

    private List<String> cut(CutChoice choice) throws IOException {
        Path to = folder.resolve("cut.jsonl.gz");
        long count = RecordingCut.cut(recording(), choice, HEAD, to);
        List<String> entries = new ArrayList<>();
        try (EntrySource source = Recordings.open(to)) {
            while (source.next()) {
                if (source.entry().kind() != EntryKind.RECORDING) {
                    entries.add(source.entry().kind() + " " + source.entry().textString());
                }
            }
        }
        assertEquals(count, entries.size() - 1); // without its end
        return entries;
    }

    private static CutChoice from(String from, String to) {
        return new CutChoice(from, to, Set.of(), null);
    }

    @Test
    void shouldBeginWithWhatIsOpenAndSubscribedAndTheBooksAsTheyStand() throws IOException {
        List<String> entries = cut(from("2019-06-01T00:00:04.2Z", "00:00:06"));

        assertEquals(
                List.of(
                        "OPEN ",
                        "IN {\"event\":\"info\",\"version\":2,\"platform\":{\"status\":1}}",
                        "IN {\"event\":\"conf\",\"status\":\"OK\",\"flags\":65536}",
                        "IN {\"event\":\"subscribed\",\"channel\":\"ticker\",\"chanId\":1,\"symbol\":\"tBTCUSD\",\"pair\":\"BTCUSD\"}",
                        "IN {\"event\":\"subscribed\",\"channel\":\"book\",\"chanId\":2,\"symbol\":\"tBTCUSD\",\"prec\":\"P0\",\"freq\":\"F0\",\"len\":\"25\",\"pair\":\"BTCUSD\"}",
                        "IN [2,[[6000,1,1],[5900,1,2],[6100,1,-3],[6200,2,-4]]]",
                        "IN {\"event\":\"subscribed\",\"channel\":\"book\",\"chanId\":3,\"symbol\":\"tETHUSD\",\"prec\":\"R0\",\"freq\":\"F0\",\"len\":\"25\",\"pair\":\"ETHUSD\"}",
                        "IN [3,[[11,200,5e-7],[13,205,-1]]]",
                        "IN [2,\"cs\",1756193398,9]",
                        "OUT {\"event\":\"ping\"}",
                        "END "),
                entries);
    }

    @Test
    void shouldBeWholeByItself() throws IOException {
        cut(from("2019-06-01T00:00:02.5Z", "00:00:06"));
        StringWriter printed = new StringWriter();

        boolean isWhole =
                new RecordingAnswers(new PrintWriter(printed, true), false)
                        .check(folder.resolve("cut.jsonl.gz"));

        assertEquals("nothing is wrong with it\n", printed.toString());
        assertTrue(isWhole);
    }

    @Test
    void shouldGiveBackAllWhereNothingIsChosen() throws IOException {
        List<String> entries = cut(from(null, null));

        assertEquals(SESSION.lines().count() + 1, entries.size());
    }

    @Test
    void shouldLeaveOutOtherChannelsAndKeepTheNumbers() throws IOException {
        List<String> entries =
                cut(new CutChoice("00:00:03.5", null, Set.of("BTCUSD"), Channel.TICKER));

        assertEquals(
                List.of(
                        "OPEN ",
                        "IN {\"event\":\"info\",\"version\":2,\"platform\":{\"status\":1}}",
                        "IN {\"event\":\"conf\",\"status\":\"OK\",\"flags\":65536}",
                        "IN {\"event\":\"subscribed\",\"channel\":\"ticker\",\"chanId\":1,\"symbol\":\"tBTCUSD\",\"pair\":\"BTCUSD\"}",
                        "IN [1,[7616.5,31.8,7617.5,43.3,1,0.1,7617,1000,7700,7500],8]",
                        "IN [2,\"hb\",9]",
                        "IN [3,\"hb\",10]",
                        "IN [4,\"hb\",11]",
                        "END "),
                entries);
    }

    @Test
    void shouldLeaveOutOtherChannelsOfFramesThatWereWrittenWithBlanks() throws IOException {
        Path spaced =
                Files.writeString(
                        folder.resolve("spaced"),
                        SESSION.replace(",", ", ").replace("\":", "\": "));
        Path to = folder.resolve("cut.jsonl.gz");

        RecordingCut.cut(
                spaced, new CutChoice(null, null, Set.of("ETHUSD"), Channel.TICKER), HEAD, to);
        StringWriter printed = new StringWriter();
        new RecordingAnswers(new PrintWriter(printed, true), false).info(to);

        assertTrue(printed.toString().contains("ticker tETHUSD"), printed::toString);
        assertFalse(printed.toString().contains("BTCUSD"), printed::toString);
        assertFalse(printed.toString().contains("book"), printed::toString);
        assertTrue(printed.toString().endsWith("nothing is wrong with it\n"), printed::toString);
    }

    @Test
    void shouldSayWhatIsWrongWithTimes() throws IOException {
        assertTrue(complaint(from("nonsense", null)).startsWith("--from must be a time such as"));
        assertEquals(
                "--to must be later than --from: was 00:00:01",
                complaint(from("00:00:02", "00:00:01")));
        assertEquals(
                "--from and --to must hold something of the recording, which ends at"
                        + " 2019-06-01T00:00:07Z",
                complaint(from("2020-01-01", null)));
        assertFalse(Files.exists(folder.resolve("cut.jsonl.gz")));
    }

    private String complaint(CutChoice choice) {
        return assertThrows(ConfigException.class, () -> cut(choice)).getMessage();
    }

    @Test
    void shouldReplaceNoFileAndLeaveNoneBehindThatIsNotWhole() throws IOException {
        Path to = Files.createFile(folder.resolve("cut.jsonl.gz"));
        RecordingException e = assertThrows(RecordingException.class, () -> cut(from(null, null)));
        assertEquals(to + " must not be there yet", e.getMessage());

        Path damaged = Files.writeString(folder.resolve("b"), SESSION + "nonsense\n");
        Path second = folder.resolve("second.jsonl.gz");
        assertThrows(
                RecordingException.class,
                () -> RecordingCut.cut(damaged, from(null, null), HEAD, second));
        assertFalse(Files.exists(second));
        assertTrue(Files.exists(to));
    }
}
