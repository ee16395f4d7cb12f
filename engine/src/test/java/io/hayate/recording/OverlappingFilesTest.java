package io.hayate.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of others in which each connection has files of its own. */
class OverlappingFilesTest {
    private static final String INFO = ": {\"event\":\"info\",\"version\":2}\n";

    @TempDir private Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Kind, connection, milliseconds since 1970, and text or cause. */
    private static List<String> read(Path recording, List<String> tears) throws IOException {
        return RecordingKit.read(recording, tears).stream()
                .map(
                        each ->
                                each.kind()
                                        + " "
                                        + each.connection()
                                        + " "
                                        + each.wallUs() / 1_000
                                        + " "
                                        + (each.kind() == EntryKind.CLOSE
                                                ? each.cause()
                                                : each.text()))
                .map(each -> each.replace("{\"event\":\"info\",\"version\":2}", "INFO"))
                .toList();
    }

    private List<String> read() throws IOException {
        return read(folder, new ArrayList<>());
    }

    @Test
    void shouldReadConnectionsThatWereOpenAtOneTimeByTheirTimes() throws IOException {
        write(
                "BITFINEX.ws.1.0",
                "wss://a <-> 1.0\nwss://a <- 1.5: {\"event\":\"conf\",\"flags\":1}\n1.6"
                        + INFO
                        + "2.0: [1,1]\n");
        write("BITFINEX.ws.1.1", "4.0: [1,2]\n");
        write("BITFINEX.ws.2.0", "wss://a <-> 1.2\n1.7" + INFO + "3.0: [1,3]\n2.9: [1,4]\n");
        write("BITFINEX.ws.3.0", "5.0" + INFO);

        assertEquals(
                List.of(
                        "OPEN 1 1000 ",
                        "OPEN 2 1200 ",
                        "OUT 1 1500 {\"event\":\"conf\",\"flags\":1}",
                        "IN 1 1600 INFO",
                        "IN 2 1700 INFO",
                        "IN 1 2000 [1,1]",
                        "IN 2 3000 [1,3]",
                        "IN 2 2900 [1,4]",
                        "CLOSE 2 2900 ENDED",
                        "IN 1 4000 [1,2]",
                        "CLOSE 1 4000 ENDED",
                        "OPEN 3 5000 ",
                        "IN 3 5000 INFO"),
                read());
    }

    @Test
    void shouldReadFilesThatFollowEachOtherOnOneConnectionInTheOrderOfTheirNames()
            throws IOException {
        write("a.9", "1.0" + INFO + "3.0: [1,1]\n");
        write("a.10", "2.999: [1,2]\n"); // a little before the end of the first
        write("a.11", "4.0: [1,3]\n");

        assertEquals(
                List.of(
                        "OPEN 1 1000 ",
                        "IN 1 1000 INFO",
                        "IN 1 3000 [1,1]",
                        "IN 1 2999 [1,2]",
                        "IN 1 4000 [1,3]"),
                read());
    }

    @Test
    void shouldTakeAFileThatBeginsEarlierThanTheOneBeforeItAsAnotherConnection()
            throws IOException {
        write("a", "2.0: [1,1]\n4.0: [1,2]\n");
        write("b", "1.0: [1,3]\n3.0: [1,4]\n");

        assertEquals(
                List.of(
                        "OPEN 1 1000 ",
                        "IN 1 1000 [1,3]",
                        "OPEN 2 2000 ",
                        "IN 2 2000 [1,1]",
                        "IN 1 3000 [1,4]",
                        "CLOSE 1 3000 ENDED",
                        "IN 2 4000 [1,2]"),
                read());
    }

    @Test
    void shouldGoOnWithTheConnectionWhoseFilesHaveTheSameNameButForItsDigits() throws IOException {
        write("10h-a", "1.0" + INFO + "3.0: [1,1]\n");
        write("10h-b", "1.1" + INFO + "3.1: [1,2]\n");
        write("11h-a", "4.1: [1,3]\n");
        write("11h-b", "4.0: [1,4]\n"); // a little before the one before it
        write("12h-a", "5.0: [1,5]\n");

        assertEquals(
                List.of(
                        "OPEN 1 1000 ",
                        "IN 1 1000 INFO",
                        "OPEN 2 1100 ",
                        "IN 2 1100 INFO",
                        "IN 1 3000 [1,1]",
                        "IN 2 3100 [1,2]",
                        "IN 2 4000 [1,4]",
                        "CLOSE 2 4000 ENDED",
                        "IN 1 4100 [1,3]",
                        "IN 1 5000 [1,5]"),
                read());
    }

    @Test
    void shouldLeaveNoFileOpenWhenOneOfThemIsBad() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(descriptors));
        String bad = INFO + "2.0: [1,1]\nbad\n";
        write("a", "1.0" + INFO + "9.0: [1,1]\n");
        write("b", "1.1" + bad); // as it is read
        assertThrows(RecordingException.class, this::read);
        assertEquals(0, opened(descriptors));

        write("b", "1.1" + INFO + "bad: [1\nbad\n");
        assertThrows(RecordingException.class, this::read);
        assertEquals(0, opened(descriptors));
    }

    /** Descriptors of files of the folder. */
    private long opened(Path descriptors) throws IOException {
        long count = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
            for (Path each : all) {
                count += isOfFolder(each) ? 1 : 0;
            }
        }
        return count;
    }

    private boolean isOfFolder(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(folder.toRealPath());
        } catch (IOException e) {
            return false; // closed by now
        }
    }

    @Test
    void shouldTellEachTornEndOfThem() throws IOException {
        write("a", "1.0" + INFO + "3.0: [1,1]\n3.");
        write("b", "2.0" + INFO + "4.0: [1,2]\n4.0: [1");
        List<String> tears = new ArrayList<>();

        List<String> read = read(folder, tears);

        assertEquals(7, read.size(), read::toString); // with the CLOSE of the first
        assertEquals(List.of(folder.resolve("a") + ":2", folder.resolve("b") + ":2"), tears);
    }

    @Test
    void shouldGoOnWithFramesInTheOrderOfTheirNames() throws IOException {
        write("a", "{\"event\":\"info\",\"version\":2}\n[1,\"te\",[1,1574694605000,1,2]]\n");
        write("b", "{\"event\":\"info\",\"version\":2}\n[1,\"te\",[1,1574694604000,1,2]]\n");

        List<String> read = read();

        assertEquals(7, read.size(), read::toString);
        assertEquals("CLOSE 1 1574694605001 UNKNOWN", read.get(3));
    }

    @Test
    void shouldRefuseMoreConnectionsAtOneTimeThanItReads() throws IOException {
        for (int i = 0; i < 258; i++) {
            write("a." + i, "1.0" + INFO + "2.0: [1,1]\n");
        }

        String complaint = assertThrows(RecordingException.class, this::read).getMessage();
        assertTrue(
                complaint.endsWith(
                        " is the file of one more connection than the 256 that are read at one"
                                + " time"),
                complaint);
    }

    @Test
    void shouldReadAFileOfZstandardThatBeginsWithAFrameOfTheirOwn() throws IOException {
        byte[] zstd = Zstd.compress(("1.0" + INFO).getBytes(StandardCharsets.UTF_8));
        byte[] file = new byte[zstd.length + 12];
        System.arraycopy(
                new byte[] {0x51, 0x2A, 0x4D, 0x18, 4, 0, 0, 0, 'a', 'b', 'c', 'd'},
                0,
                file,
                0,
                12);
        System.arraycopy(zstd, 0, file, 12, zstd.length);
        Path path = Files.write(folder.resolve("a.zst"), file);

        assertEquals(List.of("OPEN 1 1000 ", "IN 1 1000 INFO"), read(path, new ArrayList<>()));
    }
}
