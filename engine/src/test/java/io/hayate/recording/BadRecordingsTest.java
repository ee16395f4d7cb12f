package io.hayate.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no recording, or none any more: each is one line that names file and place. */
class BadRecordingsTest {
    private static final String HEAD =
            "{\"k\":\"recording\",\"version\":1,\"ns\":1,\"us\":2,\"file\":1,\"settings\":{}}\n";
    private static final String IN = "{\"k\":\"in\",\"c\":1,\"ns\":3,\"us\":4,\"f\":[1]}\n";

    @TempDir private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("a.jsonl"), text);
    }

    private static String complaint(Path recording) {
        return assertThrows(RecordingException.class, () -> RecordingKit.read(recording))
                .getMessage();
    }

    @Test
    void shouldNameTheLineThatIsNoEntry() throws IOException {
        String place = folder.resolve("a.jsonl") + ":3: ";

        assertEquals(
                place + "must have a kind \"k\" that is known",
                complaint(file(HEAD + IN + "{\"k\":\"nonsense\"}\n")));
        assertEquals(
                place + "must have a text \"f\", \"s\" or \"b\"",
                complaint(file(HEAD + IN + "{\"k\":\"in\",\"c\":1,\"ns\":3,\"us\":4}\n")));
        assertEquals(
                place + "\"c\" must be from 0 to 2147483647: was -1",
                complaint(file(HEAD + IN + IN.replace("\"c\":1", "\"c\":-1"))));
        assertTrue(
                complaint(file(HEAD + IN + "[1]\n"))
                        .startsWith(place + "must be an entry of a recording: "));
        assertTrue(
                complaint(file(HEAD + IN + "\n"))
                        .startsWith(place + "must be an entry of a recording: "));
        assertTrue(
                complaint(file(HEAD + IN + "\u0000\u0000\n"))
                        .startsWith(place + "must be one JSON object: "));
        assertTrue(
                complaint(file(HEAD + IN + IN.replace("3", "99999999999999999999")))
                        .startsWith(place + "must be "));
    }

    @Test
    void shouldReadKeysInAnyOrderAndPassOverUnknownOnes() throws IOException {
        Path file =
                file(
                        HEAD
                                + "{ \"f\": [1, 2 ] , \"x\":[{}], \"us\":7,\"ns\":-8,\"c\":2,\"k\":\"in\"}\n"
                                + "{\"us\":1,\"k\":\"end\"}\n");

        RecordingKit.Seen entry = RecordingKit.read(file).get(0);

        assertEquals("[1, 2 ]", entry.text());
        assertEquals(-8, entry.timeNs());
        assertEquals(2, entry.connection());
    }

    @Test
    void shouldRefuseAnotherVersion() throws IOException {
        assertEquals(
                folder.resolve("a.jsonl") + ":1: must be of version 1: was 2",
                complaint(file(HEAD.replace("\"version\":1", "\"version\":2"))));
    }

    @Test
    void shouldRefuseAFileWithoutHeadOrWithOneInItsMiddle() throws IOException {
        assertEquals(
                folder.resolve("a.jsonl") + ":1: must be the head of a recording: was \"in\"",
                complaint(file(IN)));
        assertEquals(
                folder.resolve("a.jsonl")
                        + ":3: must be no head of a recording: the one above has no end",
                complaint(file(HEAD + IN + HEAD)));
    }

    @Test
    void shouldReadFilesThatWereJoined() throws IOException {
        String end = "{\"k\":\"end\",\"c\":0,\"ns\":3,\"us\":4}\n";

        assertEquals(4, RecordingKit.read(file(HEAD + IN + end + HEAD + IN + end)).size());
    }

    @Test
    void shouldRefuseWhatIsNoRecording() throws IOException {
        byte[] junk = new byte[100_000];
        new Random(1).nextBytes(junk);
        Path file = Files.write(folder.resolve("junk"), junk);
        Path compressed = Files.write(folder.resolve("junk.gz"), RecordingKit.gzip(junk));

        assertTrue(complaint(file).startsWith(file + " is no recording: it begins with '"));
        assertTrue(complaint(compressed).startsWith(compressed + " is no recording: it begins"));
        assertEquals(
                folder.resolve("a.jsonl") + " is no recording: it is empty", complaint(file("")));
    }

    @Test
    void shouldRefuseWhatOnlyBeginsAsACompressedFile() throws IOException {
        byte[] bytes = new byte[1_000];
        new Random(2).nextBytes(bytes);
        bytes[0] = 0x1F;
        bytes[1] = (byte) 0x8B;
        Path file = Files.write(folder.resolve("a.gz"), bytes);

        assertTrue(complaint(file).startsWith("cannot read " + file + ": "), complaint(file));
    }

    @Test
    void shouldNameTheLineBehindWhichACompressedFileIsDamaged() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            text.append(IN.replace("[1]", "[" + random.nextLong() + "]"));
        }
        byte[] bytes = RecordingKit.gzip(text.toString().getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 100; i++) {
            bytes[bytes.length / 2 + i] = (byte) 0xFF;
        }
        Path file = Files.write(folder.resolve("a.jsonl.gz"), bytes);

        assertTrue(
                complaint(file).startsWith(file + ":") || complaint(file).startsWith(file + " "));
    }

    @Test
    void shouldHoldNoMoreThanALineOfAFileOfTenGibibytes() throws IOException {
        Path file = file(HEAD + IN);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(10L << 30);
        }
        Path empty = folder.resolve("zeros");
        try (RandomAccessFile sparse = new RandomAccessFile(empty.toFile(), "rw")) {
            sparse.setLength(10L << 30);
        }

        assertEquals(file + ":3: line 3 is longer than 16 MiB", complaint(file));
        assertTrue(
                complaint(empty).startsWith(empty + " is no recording: it begins with '\\u0000"));
    }

    @Test
    void shouldHoldNoMoreThanALineOfOthersFilesHoweverLongTheyAre() throws IOException {
        String frame = "2019-06-01T00:00:04Z [1,\"hb\"]\n";
        Path plain = file(frame);
        try (RandomAccessFile sparse = new RandomAccessFile(plain.toFile(), "rw")) {
            sparse.setLength(10L << 30);
        }
        byte[] zeros = Arrays.copyOf(frame.getBytes(StandardCharsets.UTF_8), 64 << 20);
        Path gzip = Files.write(folder.resolve("a.gz"), RecordingKit.gzip(zeros));
        Path zstd = Files.write(folder.resolve("a.zst"), Zstd.compress(zeros));

        for (Path each : List.of(plain, gzip, zstd)) {
            assertEquals(each + ":2: line 2 is longer than 16 MiB", complaint(each));
        }
    }

    @Test
    void shouldNameTheLineBehindWhichAFileOfZstandardIsDamaged() throws IOException {
        String frames = "2019-06-01T00:00:04Z [1,\"hb\"]\n".repeat(1_000);
        byte[] whole = Zstd.compress(frames.getBytes(StandardCharsets.UTF_8));
        byte[] damaged = Arrays.copyOf(whole, whole.length + 64); // zeros are no frame of it
        Path file = Files.write(folder.resolve("a.zst"), damaged);

        assertEquals(
                file + ": is damaged behind line 1000: Unknown frame descriptor", complaint(file));
    }

    @Test
    void shouldSayWhatIsMissing() throws IOException {
        Path none = folder.resolve("none");
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertEquals(none + " must be a file or a folder: there is none", complaint(none));
        assertEquals(empty + " holds no recording: it has no files", complaint(empty));
    }

    @Test
    void shouldSayThatAFileMayNotBeRead() throws IOException {
        Path file = file(HEAD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
        Assumptions.assumeFalse(Files.isReadable(file)); // the superuser may

        assertEquals("cannot read " + file + ": permission denied", complaint(file));
    }
}
