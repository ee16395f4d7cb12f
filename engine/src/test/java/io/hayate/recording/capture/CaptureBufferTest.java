package io.hayate.recording.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import io.hayate.event.CommandType;
import io.hayate.event.ReadsOfPath;
import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class CaptureBufferTest {
    private static final int BYTES = 1 << 16;
    private static final int ROUNDS = 10;
    private static final int MESSAGES = 20_000;

    private final CaptureBuffer captured = new CaptureBuffer(BYTES, List.of("my-key", "my-secret"));
    private final List<String> read = new ArrayList<>();

    @Test
    void shouldKeepBytesTimesAndOrder() {
        captured.onOpen(2, true, 10);
        in(2, "[17470,\"hb\"]", 11);
        out(1, "[0,\"on\",null,{}]", 12);
        captured.onClosed(2, "LOST", "reset by peer", 13);

        assertEquals(
                List.of("1 2 10 ", "2 2 11 [17470,\"hb\"]", "3 1 12 [0,\"on\",null,{}]", closed()),
                readAll());
    }

    @Test
    void shouldSayWhoseAccountIsOfPaperWhenTheRunIs() {
        captured.onOpen(1, false, 10);
        captured.onOpen(2, true, 11);
        CaptureReader.read(
                captured, true, entry -> read.add(entry.connection() + " " + entry.isPaper()));
        captured.onOpen(1, false, 12);
        CaptureReader.read(
                captured, false, entry -> read.add(entry.connection() + " " + entry.isPaper()));

        assertEquals(List.of("1 true", "2 false", "1 false"), read);
    }

    private static String closed() {
        return "4 2 13 LOST\nreset by peer";
    }

    @Test
    void shouldMarkSecretsByTheirLengthInObjectsOfBothWays() {
        in(1, "{\"event\":\"error\",\"msg\":\"my-key: my-secret, my-ke\"}", 1);
        out(1, "{\"event\":\"auth\",\"apiKey\":\"my-key\"}", 2);

        assertEquals(
                List.of(
                        "2 1 1 {\"event\":\"error\",\"msg\":\"******: *********, my-ke\"}",
                        "3 1 2 {\"event\":\"auth\",\"apiKey\":\"******\"}"),
                readAll());
    }

    @Test
    void shouldCountWhatFindsNoRoomAndSayItInTheNextMessage() {
        String text = "[1,\"" + "x".repeat(1_000) + "\"]";
        int told = 0;
        while (captured.lost() < 3) {
            in(1, text, told);
            told++;
        }
        int kept = readAll().size();
        assertEquals(3, told - kept);

        in(1, "[2]", 5);
        captured.ring()
                .read(
                        (kind, buffer, index, length) ->
                                assertEquals(3, buffer.getInt(index + CaptureBuffer.LOST_OFFSET)));
    }

    @Test
    void shouldLoseNothingOfWhatRunsBeforeHaveLeftWhenItIsMoreThanTheBuffer()
            throws InterruptedException {
        byte[] image = new byte[1 << 14];
        AtomicInteger parts = new AtomicInteger();
        Thread reader =
                new Thread(
                        () -> {
                            while (parts.get() < 40 && !Thread.currentThread().isInterrupted()) {
                                captured.ring()
                                        .read(
                                                (kind, buffer, at, length) ->
                                                        parts.incrementAndGet());
                            }
                        });
        reader.start();

        for (int i = 0; i < 40; i++) {
            captured.onPast(image, 0, BYTES / 8 - 64, i);
        }

        assertEquals(0, captured.lost());
        reader.join();
    }

    @Test
    void shouldCountATextThatNoBufferTakes() {
        in(1, "[\"" + "x".repeat(BYTES) + "\"]", 1);
        assertEquals(1, captured.lost());
        assertEquals(List.of(), readAll());
    }

    @Test
    void shouldGoOnAfterItsEndHasBeenReached() {
        for (int i = 0; i < 10_000; i++) {
            in(1, "[" + i + "]", i);
            assertEquals(List.of("2 1 " + i + " [" + i + "]"), readAll());
        }
        assertEquals(0, captured.lost());
    }

    @Test
    void shouldRefuseASizeThatIsNoPowerOfTwo() {
        assertThrows(IllegalArgumentException.class, () -> new CaptureBuffer(100_000, List.of()));
    }

    @Test
    void shouldAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        UnsafeBuffer text = new UnsafeBuffer("[17470,[7616.5,31.8]]".getBytes(UTF_8));
        SharedReads reads = ReadsOfPath.toldTo(captured, () -> 5).ofStrategy();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getThreadAllocatedBytes(id);
            for (int i = 0; i < MESSAGES; i++) {
                captured.onTextIn(1, text, 0, text.capacity(), i, i);
                captured.onTextOut(1, text, 0, text.capacity(), i);
                captured.onReading(i, i);
                captured.onHandled(i, i);
                captured.onTick(i, i, i, 0);
                captured.onDecision(i, "ACCEPTED", i, i);
                long unused = reads.read(SharedValue.KILLS, i);
                captured.onCommand(CommandType.RECONNECT, 0, 0, null, i, i);
                captured.ring().read((kind, buffer, index, length) -> {});
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
        }
        assertEquals(0, least);
    }

    private void in(int connection, String text, long timeNs) {
        UnsafeBuffer bytes = new UnsafeBuffer(text.getBytes(UTF_8));
        captured.onTextIn(connection, bytes, 0, bytes.capacity(), timeNs, timeNs);
    }

    private void out(int connection, String text, long timeNs) {
        UnsafeBuffer bytes = new UnsafeBuffer(text.getBytes(UTF_8));
        captured.onTextOut(connection, bytes, 0, bytes.capacity(), timeNs);
    }

    private List<String> readAll() {
        read.clear();
        while (read() > 0) {
            assertEquals(true, !read.isEmpty());
        }
        return List.copyOf(read);
    }

    private int read() {
        int count = readOnce();
        return count > 0 ? count : readOnce(); // past its end
    }

    private int readOnce() {
        return captured.ring()
                .read(
                        (kind, buffer, index, length) ->
                                read.add(
                                        kind
                                                + " "
                                                + buffer.getInt(
                                                        index + CaptureBuffer.CONNECTION_OFFSET)
                                                + " "
                                                + buffer.getLong(index)
                                                + " "
                                                + buffer.getStringWithoutLengthUtf8(
                                                        index + CaptureBuffer.TEXT_OFFSET,
                                                        length - CaptureBuffer.TEXT_OFFSET)));
    }
}
