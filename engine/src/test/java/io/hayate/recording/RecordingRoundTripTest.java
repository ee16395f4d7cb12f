package io.hayate.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingRoundTripTest {
    private static final List<String> TEXTS =
            List.of(
                    "[17470,[7616.5,31.8,7617.5,43.3]]",
                    "{\"event\":\"info\",\"version\":2}",
                    " [1 ,\t2] ",
                    "[1]\n",
                    "[1,\n2]",
                    "",
                    " ",
                    "not JSON",
                    "line\r\nline\u0000\u0001\u001F\u007F\u0085\u2028",
                    "\"a\\u00e9\\n\\\"\"",
                    "\"\\ud800\"",
                    "\"é漢\uD83D\uDE00\"",
                    "é漢\uD83D\uDE00 \"quoted\" \\",
                    "[1]}",
                    "{\"a\":1}}",
                    "01",
                    "1.",
                    "-",
                    "[1,]",
                    "[1",
                    "nul",
                    "null",
                    "-0.5e+10",
                    "\"a\tb\"",
                    "{\"a\" : {} , \"b\":[ ]}");

    @TempDir private Path folder;

    private EntryWriter writer() throws IOException {
        EntryWriter writer =
                new EntryWriter(
                        folder,
                        RecordingKit.HEAD,
                        RecordingKit.LARGE,
                        () -> RecordingKit.START_US / 1_000,
                        reason -> {
                            throw new AssertionError(reason);
                        });
        writer.start(-5, RecordingKit.START_US);
        return writer;
    }

    private List<RecordingKit.Seen> roundTrip(List<RecordedEntry> entries) throws IOException {
        try (EntryWriter writer = writer()) {
            entries.forEach(writer::write);
            writer.end(9, RecordingKit.START_US + 9);
        }
        List<String> tears = new ArrayList<>();
        List<RecordingKit.Seen> read = RecordingKit.read(folder, tears);
        assertEquals(List.of(), tears);
        assertEquals(EntryKind.END, read.remove(read.size() - 1).kind());
        return read;
    }

    private void check(List<RecordedEntry> entries) throws IOException {
        List<RecordingKit.Seen> expected = new ArrayList<>();
        entries.forEach(each -> expected.add(RecordingKit.Seen.of(each)));

        assertEquals(expected, roundTrip(entries));
    }

    @Test
    void shouldGiveBackEveryTextByteForByte() throws IOException {
        List<RecordedEntry> entries = new ArrayList<>();
        for (String text : TEXTS) {
            entries.add(RecordingKit.entry(EntryKind.IN, 1, entries.size(), text));
            entries.add(RecordingKit.entry(EntryKind.OUT, 2, entries.size(), text));
        }

        check(entries);
    }

    @Test
    void shouldGiveBackBytesThatAreNoText() throws IOException {
        List<RecordedEntry> entries = new ArrayList<>();
        int[][] broken = {
            {0xFF},
            {0xC0, 0x80},
            {0xED, 0xA0, 0x80},
            {0xF4, 0x90, 0x80, 0x80},
            {0xE2, 0x82},
            {'"', 0xC3, '"'},
            {0xE0, 0x80, 0x80},
            {0xF0, 0x80, 0x80, 0x80},
            {0x80},
            {0xF5, 0x80, 0x80, 0x80}
        };
        for (int[] each : broken) {
            byte[] bytes = new byte[each.length];
            for (int i = 0; i < each.length; i++) {
                bytes[i] = (byte) each[i];
            }
            entries.add(RecordingKit.entry(EntryKind.IN, 1, entries.size(), bytes));
        }

        check(entries);
    }

    @Test
    void shouldGiveBackEveryKind() throws IOException {
        List<RecordedEntry> entries = new ArrayList<>();
        for (EntryKind kind :
                List.of(EntryKind.COMMAND, EntryKind.DECISION, EntryKind.REST, EntryKind.IN)) {
            entries.add(RecordingKit.entry(kind, 0, 7, "{\"type\":\"ORDER\",\"amount\":0.5}"));
        }
        entries.add(new RecordedEntry().set(EntryKind.OPEN, 3, Long.MIN_VALUE, 1).isPublic(true));
        entries.add(new RecordedEntry().set(EntryKind.OPEN, 4, Long.MAX_VALUE, -1));
        entries.add(new RecordedEntry().set(EntryKind.TICK, 0, -123, Long.MAX_VALUE));
        entries.add(new RecordedEntry().set(EntryKind.LOST, 0, 1, 2).count(1L << 50));
        entries.add(
                RecordingKit.entry(EntryKind.CLOSE, Integer.MAX_VALUE, 4, "by \"peer\"\né")
                        .cause("LOST"));
        entries.add(RecordingKit.entry(EntryKind.CLOSE, 1, 4, "").cause("ASKED"));

        check(entries);
    }

    @Test
    void shouldGiveBackGeneratedTexts() throws IOException {
        Random random = new Random(14);
        List<RecordedEntry> entries = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(30)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] =
                        random.nextInt(4) == 0
                                ? (byte) random.nextInt(256)
                                : (byte) "[]{}\",:\\u12ntf-0.e \n\t".charAt(random.nextInt(21));
            }
            entries.add(RecordingKit.entry(EntryKind.IN, 1, i, bytes));
        }

        check(entries);
    }

    @Test
    void shouldGiveBackFramesOfFourMebibytes() throws IOException {
        byte[] json = "1".repeat(4 << 20).getBytes(StandardCharsets.US_ASCII);
        byte[] controls = new byte[4 << 20];

        check(
                List.of(
                        RecordingKit.entry(EntryKind.IN, 1, 1, "[\"" + "é".repeat(2 << 20) + "\"]"),
                        RecordingKit.entry(EntryKind.IN, 1, 2, json),
                        RecordingKit.entry(EntryKind.IN, 1, 3, controls),
                        RecordingKit.entry(EntryKind.IN, 1, 4, "[1]")));
    }

    @Test
    void shouldCountATextThatNoReaderWouldTakeAsLost() throws IOException {
        List<RecordingKit.Seen> read =
                roundTrip(List.of(RecordingKit.entry(EntryKind.IN, 1, 5, new byte[12 << 20])));

        assertEquals(EntryKind.LOST, read.get(0).kind());
        assertEquals(1, read.get(0).count());
        assertEquals(1, read.size());
    }

    @Test
    void shouldWriteTheLinesThatAreDocumented() throws IOException {
        try (EntryWriter writer = writer()) {
            writer.write(RecordingKit.entry(EntryKind.IN, 1, 1, "[17470,[7616.5]]"));
            writer.write(RecordingKit.entry(EntryKind.IN, 1, 2, "not JSON\n"));
            writer.write(RecordingKit.entry(EntryKind.IN, 1, 3, new byte[] {-1}));
            writer.write(new RecordedEntry().set(EntryKind.OPEN, 1, 4, 5).isPublic(true));
            writer.write(RecordingKit.entry(EntryKind.CLOSE, 1, 6, "reset").cause("LOST"));
            writer.write(new RecordedEntry().set(EntryKind.TICK, 0, 7, 8));
            writer.write(new RecordedEntry().set(EntryKind.LOST, 0, 9, 10).count(12));
            writer.end(11, 12);
        }

        assertEquals(
                """
                {"k":"recording","version":1,"ns":-5,"us":1700000000000000,"file":1,"hayate":"0.1.0","java":"25","settings":{"a":[1]}}
                {"k":"in","c":1,"ns":1000,"us":1700000000000001,"f":[17470,[7616.5]]}
                {"k":"in","c":1,"ns":2000,"us":1700000000000002,"s":"not JSON\\u000a"}
                {"k":"in","c":1,"ns":3000,"us":1700000000000003,"b":"/w=="}
                {"k":"open","c":1,"ns":4,"us":5,"public":true}
                {"k":"close","c":1,"ns":6000,"us":1700000000000006,"cause":"LOST","detail":"reset"}
                {"k":"tick","c":0,"ns":7,"us":8}
                {"k":"lost","c":0,"ns":9,"us":10,"count":12}
                {"k":"end","c":0,"ns":11,"us":12}
                """,
                RecordingKit.lines(folder.resolve("hayate-20231114T221320Z-0001.jsonl.gz")));
    }

    @Test
    void shouldLeaveRoomBehindATextForReadersOfFrames() throws IOException {
        try (EntryWriter writer = writer()) {
            for (String text : TEXTS) {
                writer.write(RecordingKit.entry(EntryKind.IN, 1, 1, text));
            }
        }
        try (EntrySource source = Recordings.open(folder)) {
            while (source.next()) {
                RecordedEntry entry = source.entry();
                int end = entry.textOffset() + entry.textLength();
                assertTrue(entry.text().capacity() - end >= Long.BYTES, entry::toString);
            }
        }
    }
}
