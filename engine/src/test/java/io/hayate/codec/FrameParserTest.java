package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Instruments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How memory follows the length of frames. */
class FrameParserTest {
    private static final int START = 64 << 10;
    private static final int BOUND = 300_000;

    private final FrameDecoder decoder =
            new FrameDecoder(Instruments.of(List.of("tBTCUSD")), BOUND, DecoderKind.JACKSON);

    /** A frame of an unknown type of the account's, so long, that ends in two numbers. */
    private static DirectBuffer frame(int length) {
        String head = "[0,\"zz\",[1";
        String tail = "],5,6]";
        String rows = ",12345".repeat((length - head.length() - tail.length()) / 6);
        String text = head + rows + tail;
        byte[] bytes =
                (text + " ".repeat(length - text.length())).getBytes(StandardCharsets.US_ASCII);
        return new UnsafeBuffer(bytes);
    }

    private void read(DirectBuffer frame) throws IOException {
        assertEquals(FrameKind.ACCOUNT, decoder.begin(frame, 0, frame.capacity()));
        decoder.end();
        assertEquals(6, decoder.accountSequence());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, START - 1, START, START + 1, 2 * START, 2 * START + 1, BOUND})
    void shouldReadFramesUpToTheBound(int length) throws IOException {
        read(frame(length));
        read(frame(100));
        read(frame(BOUND));
        read(frame(length));
    }

    @Test
    void shouldRefuseAFrameOverTheBound() throws IOException {
        IOException e = assertThrows(IOException.class, () -> read(frame(BOUND + 1)));

        assertEquals("a frame of 300001 bytes is over 300000", e.getMessage());
        read(frame(BOUND));
    }

    /** Every connection has one: the bound is not what each takes. */
    @Test
    void shouldTakeNoMoreAtTheStartThanASmallFrameNeeds() {
        new FrameParser(BOUND); // loads the code

        long before = Allocations.onThisThread();
        FrameParser parser = new FrameParser(64 << 20);
        long bytes = Allocations.onThisThread() - before;

        assertTrue(bytes < 4 * START, bytes + " bytes, and rows of nothing: " + parser.rows(0));
    }

    @Test
    void shouldAllocateNothingOnceItHasGrown() throws IOException {
        DirectBuffer small = frame(100);
        DirectBuffer large = frame(START + 1);
        long grows = Allocations.onThisThread();
        read(large);
        assertTrue(Allocations.onThisThread() - grows >= 2 * START);

        long bytes =
                Allocations.of(
                        i -> {
                            DirectBuffer next = i % 1_000 == 0 ? large : small;
                            decoder.begin(next, 0, next.capacity());
                            decoder.end();
                        });

        assertEquals(0, bytes);
    }

    @Test
    void shouldReadOnAfterItHasShrunk() throws IOException {
        read(frame(BOUND));
        decoder.shrink();
        read(frame(100));
        decoder.begin(frame(BOUND), 0, BOUND); // and is left half way
        decoder.shrink();
        read(frame(100));
        read(frame(BOUND));
        decoder.shrink();
        decoder.shrink();
        read(frame(START));
    }

    @Test
    void shouldHoldNoMoreThanAtTheStartOnceItHasShrunk() throws IOException {
        DirectBuffer large = frame(BOUND);
        read(large);
        decoder.shrink();

        long before = Allocations.onThisThread();
        read(large);

        assertTrue(Allocations.onThisThread() - before >= BOUND); // it had let go of it
    }

    /** A connection may end behind a frame that broke, or inside one that nobody read on. */
    @Test
    void shouldReadOnAfterASmallFrameThatWasNotReadToItsEnd() throws IOException {
        for (String left : List.of("[0,\"on\",[1,2", "[0,\"on\",[[1,2],[3]],5,6]", "{\"event\":")) {
            DirectBuffer broken = new UnsafeBuffer(left.getBytes(StandardCharsets.US_ASCII));
            try {
                decoder.begin(broken, 0, broken.capacity());
            } catch (IOException e) {
                assertTrue(e.getMessage() != null, left);
            }
            decoder.shrink();
            read(frame(100));
        }
    }

    @Test
    void shouldRefuseATextThatIsEndless() throws IOException {
        FrameDecoder wide = new FrameDecoder(new Instruments(), 4 << 20);
        byte[] bytes =
                ("[0,\"n\",[\"" + "x".repeat(2 << 20) + "\"],5,6]")
                        .getBytes(StandardCharsets.US_ASCII);
        DirectBuffer frame = new UnsafeBuffer(bytes);

        assertThrows(
                IOException.class,
                () -> {
                    wide.begin(frame, 0, bytes.length);
                    wide.end();
                });
        DirectBuffer good = frame(100);
        wide.begin(good, 0, 100);
        wide.end();
    }
}
