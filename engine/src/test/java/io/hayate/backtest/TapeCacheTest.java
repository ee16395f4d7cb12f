package io.hayate.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was read of a recording, kept in a file and read there: it is the same. */
class TapeCacheTest {
    private static final long LARGE = 1L << 30;

    @TempDir private Path folder;
    private Path cache;
    private Path recording;

    @BeforeEach
    void record() throws IOException {
        cache = folder.resolve("cache");
        recording = market(40).write(Files.createDirectory(folder.resolve("recording")));
    }

    private static RecordedMarket market(int rounds) {
        RecordedMarket market =
                new RecordedMarket()
                        .subscribed("tBTCUSD", "P0")
                        .book("[[99,2,5],[98,1,10],[101,3,-5],[102,1,-10]]");
        for (int i = 0; i < rounds; i++) {
            market.afterMs(37).book("[99,2," + (1 + i % 7) + "]").trade("-0.5", "99");
        }
        return market.text("[7,[broken]]").afterMs(120_000).book("[99,2,5]").closed();
    }

    private Recorded read() throws IOException {
        return Recorded.read(recording, cache, LARGE);
    }

    /** All that a backtest is given of it. */
    private static List<String> told(Recorded recorded) throws IOException {
        List<String> told = new ArrayList<>();
        told.add(recorded.startMs() + " " + recorded.endNs() + " " + recorded.leastLagUs());
        told.add(recorded.listings() + " " + recorded.lags() + " " + recorded.counts().example());
        told.add(recorded.coverage().gaps() + " " + recorded.coverage().texts());
        try (TextSource texts = recorded.open()) {
            while (texts.next()) {
                String text =
                        texts.text().getStringWithoutLengthUtf8(texts.offset(), texts.length());
                told.add(
                        texts.kind()
                                + " "
                                + texts.connection()
                                + " "
                                + texts.timeNs()
                                + " "
                                + texts.lagUs()
                                + " "
                                + text);
            }
        }
        return told;
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void shouldTellTheSameFromTextsFromMemoryAndFromWhatWasKept() throws IOException {
        List<String> fromFiles = told(Recorded.read(recording, null, 0));

        Recorded first = read();
        Recorded second = read();

        assertTrue(first.note().startsWith("kept in " + cache), first::note);
        assertEquals("read from " + file(), second.note());
        assertEquals(fromFiles, told(first));
        assertEquals(fromFiles, told(second));
    }

    @Test
    void shouldKeepItForItsOwnerAlone() throws IOException {
        read();

        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void shouldReadTheRecordingAgainWhenItHasChanged() throws IOException {
        read();
        market(41).write(recording.getParent());

        Recorded recorded = read();

        assertTrue(recorded.note().endsWith("another version of the recording: made anew"));
        assertEquals(told(Recorded.read(recording, null, 0)), told(recorded));
        assertTrue(read().note().startsWith("read from"));
    }

    @Test
    void shouldMakeItAnewWhereverItIsCutOrAltered() throws IOException {
        List<String> whole = told(read());
        byte[] kept = Files.readAllBytes(file());
        for (int at = 0; at < kept.length; at += 61) {
            byte[] altered = kept.clone();
            altered[at] ^= 0x40;
            assertMadeAnew(whole, altered);
            assertMadeAnew(whole, Arrays.copyOf(kept, at));
        }
        assertMadeAnew(whole, Arrays.copyOf(kept, kept.length + 1));
    }

    private void assertMadeAnew(List<String> whole, byte[] kept) throws IOException {
        Files.write(file(), kept);
        Recorded recorded = read();
        assertTrue(recorded.note().endsWith(": made anew"), recorded::note);
        assertEquals(whole, told(recorded));
        assertTrue(read().note().startsWith("read from"));
    }

    @Test
    void shouldKeepNoMoreThanItsBound() throws IOException {
        Files.createDirectory(cache);
        for (int i = 0; i < 2 * TapeCache.FILES_MAX; i++) {
            Path old = Files.write(cache.resolve(i + ".tape"), new byte[1]);
            Files.setLastModifiedTime(old, FileTime.fromMillis(1_000L * i));
        }

        read();

        try (Stream<Path> files = Files.list(cache)) {
            assertEquals(TapeCache.FILES_MAX, files.count());
        }
        assertTrue(read().note().startsWith("read from"));
    }

    @Test
    void shouldGoOnWithoutItWhereItCannotBeKept() throws IOException {
        Files.write(cache, new byte[1]);

        Recorded recorded = read();

        assertTrue(recorded.note().startsWith("cannot be kept in " + cache), recorded::note);
        assertEquals(told(Recorded.read(recording, null, 0)), told(recorded));
    }

    @Test
    void shouldKeepNothingThatHasNoRoomInMemory() throws IOException {
        Recorded recorded = Recorded.read(recording, cache, 0);

        assertEquals("", recorded.note());
        assertTrue(Files.notExists(cache));
    }
}
