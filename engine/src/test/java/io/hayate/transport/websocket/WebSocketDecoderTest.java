package io.hayate.transport.websocket;

import static io.hayate.transport.websocket.ServerFrames.bytes;
import static io.hayate.transport.websocket.ServerFrames.close;
import static io.hayate.transport.websocket.ServerFrames.frame;
import static io.hayate.transport.websocket.ServerFrames.join;
import static io.hayate.transport.websocket.ServerFrames.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketDecoderTest {
    private static final int FRAME_BYTES_MAX = 100_000;

    private final List<String> seen = new ArrayList<>();
    private int declines;
    private final WebSocketDecoder decoder =
            new WebSocketDecoder(
                    new FrameRoom(FRAME_BYTES_MAX, FrameBudget.UNBOUNDED), new Recorder());

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, FRAME_BYTES_MAX})
    void shouldReadEveryHeaderSize(int length) throws WebSocketException {
        String message = "x".repeat(length);

        int done = feed(text(message));

        assertEquals(List.of("text " + message), seen);
        assertEquals(text(message).length, done);
    }

    @Test
    void shouldSeeTheSameWhenSplitAtEveryByte() throws WebSocketException {
        byte[] stream =
                join(
                        text("[1,2]"),
                        frame(0x89, bytes("ping")),
                        text("é".repeat(100)),
                        frame(0x01, bytes("one ")),
                        frame(0x8A, bytes()),
                        frame(0x00, bytes("two ")),
                        frame(0x89, bytes()),
                        frame(0x80, bytes("three")),
                        text(""),
                        close(1001, "bye"));
        List<String> whole =
                List.of(
                        "text [1,2]",
                        "ping ping",
                        "text " + "é".repeat(100),
                        "ping ",
                        "text one two three",
                        "text ",
                        "close 1001 bye");

        for (int split = 0; split <= stream.length; split++) {
            seen.clear();
            decoder.reset();
            int done = feed(stream, 0, split);
            assertEquals(stream.length - done, feed(stream, done, stream.length));
            assertEquals(whole, seen, "split at " + split);
        }
    }

    @Test
    void shouldSeeTheSameWhenBytesComeOneByOne() throws WebSocketException {
        byte[] stream = join(text("a".repeat(70_000)), frame(0x01, bytes("b")), text(0x80, "c"));
        int done = 0;

        for (int end = 1; end < 20; end++) {
            done += feed(stream, done, end);
        }
        for (int end = stream.length - 20; end <= stream.length; end++) {
            done += feed(stream, done, end);
        }

        assertEquals(List.of("text " + "a".repeat(70_000), "text bc"), seen);
        assertEquals(stream.length, done);
    }

    @Test
    void shouldOfferAMessageAgainWhenItWasDeclined() throws WebSocketException {
        byte[] stream = join(text("one"), text("two"), text("three"));
        declines = 2;

        assertEquals(0, feed(stream));
        assertTrue(decoder.isDeclined());
        assertEquals(0, feed(stream));
        assertEquals(stream.length, feed(stream));

        assertFalse(decoder.isDeclined());
        assertEquals(List.of("text one", "text two", "text three"), seen);
    }

    @Test
    void shouldOfferAFragmentedMessageAgainWhenItWasDeclined() throws WebSocketException {
        byte[] stream = join(frame(0x01, bytes("one ")), frame(0x80, bytes("two")), text("three"));
        declines = 2;

        int done = feed(stream);
        assertEquals(done + feed(stream, done, stream.length), 6);
        assertTrue(decoder.isDeclined());
        assertEquals(stream.length - done, feed(stream, done, stream.length));

        assertEquals(List.of("text one two", "text three"), seen);
    }

    @Test
    void shouldReadNothingMoreWhenTheVenueHasClosed() throws WebSocketException {
        byte[] stream = join(close(1000, ""), text("late"));

        assertEquals(stream.length, feed(stream));

        assertEquals(List.of("close 1000 "), seen);
    }

    @Test
    void shouldTellACloseWithoutACode() throws WebSocketException {
        feed(frame(0x88, bytes()));

        assertEquals(List.of("close 1005 "), seen);
    }

    @ParameterizedTest
    @ValueSource(ints = {999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535, 0})
    void shouldRefuseACloseCodeThatMayNotBeSent(int code) {
        assertRefused(1002, close(code, ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1003, 1007, 1011, 1014, 3000, 4999})
    void shouldTakeACloseCodeThatMayBeSent(int code) throws WebSocketException {
        feed(close(code, "ü"));

        assertEquals(List.of("close " + code + " ü"), seen);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0xC1, 0xA1, 0x91, 0xF1, 0x83, 0x84, 0x85, 0x86, 0x87, 0x8B, 0x8C, 0x8D, 0x8E, 0x8F,
                0x03, 0x09, 0x08, 0x0A, 0x80, 0x00
            })
    void shouldRefuseAHeadThatBreaksTheRules(int head) {
        assertRefused(1002, bytes(head, 0));
    }

    @Test
    void shouldRefuseAMaskedFrame() {
        assertRefused(1002, bytes(0x81, 0x80));
        assertRefused(1002, bytes(0x81, 0xFE));
    }

    @Test
    void shouldRefuseAControlFrameThatIsTooLong() {
        assertRefused(1002, bytes(0x89, 126));
        assertRefused(1002, bytes(0x88, 127));
        assertRefused(1002, bytes(0x88, 1, 3));
    }

    @Test
    void shouldRefuseAMessageInsideAnother() {
        byte[] stream = join(frame(0x01, bytes("a")), text("b"));

        assertRefused(1002, stream);
    }

    @Test
    void shouldRefuseALengthThatTakesMoreBytesThanItNeeds() {
        byte[] in64Bits = bytes(0x81, 127, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF);

        assertRefused(1002, bytes(0x81, 126, 0, 125));
        assertRefused(1002, in64Bits);
    }

    @Test
    void shouldRefuseABinaryMessage() {
        assertRefused(1003, bytes(0x82, 0));
        assertRefused(1003, bytes(0x02, 9));
    }

    @Test
    void shouldRefuseAMessageOverTheBoundByItsHeaderAlone() {
        byte[] oneOver = bytes(0x81, 127, 0, 0, 0, 0, 0, 1, 0x86, 0xA1);
        byte[] of2To63 = bytes(0x81, 127, 0x80, 0, 0, 0, 0, 0, 0, 0);
        byte[] of2To64 = bytes(0x81, 127, 255, 255, 255, 255, 255, 255, 255, 255);

        assertRefused(1009, oneOver);
        assertRefused(1009, of2To63);
        assertRefused(1009, of2To64);
    }

    @Test
    void shouldRefuseFragmentsThatTogetherAreOverTheBound() {
        byte[] first = frame(0x01, new byte[FRAME_BYTES_MAX - 1]);

        assertRefused(1009, join(first, bytes(0x00, 2)));
    }

    @Test
    void shouldTakeFragmentsThatTogetherReachTheBound() throws WebSocketException {
        byte[] first = frame(0x01, bytes("x".repeat(FRAME_BYTES_MAX - 1)));

        feed(join(first, frame(0x89, bytes("ping")), frame(0x80, bytes("y"))));

        assertEquals(List.of("ping ping", "text " + "x".repeat(FRAME_BYTES_MAX - 1) + "y"), seen);
    }

    @Test
    void shouldRefuseTextThatIsNotUtf8() {
        byte[] split = join(frame(0x01, bytes(0xC3)), frame(0x80, bytes(0x28)));

        assertRefused(1007, frame(0x81, bytes(0xC0, 0x80)));
        assertRefused(1007, split);
        assertRefused(1007, frame(0x88, bytes(3, 232, 0xFF)));
    }

    @Test
    void shouldTakeACharacterSplitOverFragments() throws WebSocketException {
        feed(join(frame(0x01, bytes(0xC3)), frame(0x80, bytes(0xA9))));

        assertEquals(List.of("text é"), seen);
    }

    @Test
    void shouldHaveDeliveredWhatCameBeforeABrokenRule() {
        assertRefused(1002, join(text("good"), bytes(0xF1, 0)));

        assertEquals(List.of("text good"), seen);
    }

    private void assertRefused(int closeCode, byte[] stream) {
        decoder.reset();
        WebSocketException e = assertThrows(WebSocketException.class, () -> feed(stream));
        assertEquals(closeCode, e.closeCode(), e.getMessage());
        assertEquals(closeCode == 1009, e.isTooLarge(), e.getMessage());
    }

    private static byte[] text(int head, String text) {
        return frame(head, bytes(text));
    }

    private static byte[] text(String text) {
        return ServerFrames.text(text);
    }

    private int feed(byte[] stream) throws WebSocketException {
        return feed(stream, 0, stream.length);
    }

    private int feed(byte[] stream, int from, int to) throws WebSocketException {
        return decoder.decode(new UnsafeBuffer(stream), from, to - from);
    }

    private final class Recorder implements WebSocketDecoder.Handler {
        @Override
        public boolean onText(DirectBuffer buffer, int offset, int length) {
            if (declines > 0) {
                declines--;
                return false;
            }
            return seen.add("text " + ServerFrames.text(buffer, offset, length));
        }

        @Override
        public void onPing(DirectBuffer buffer, int offset, int length) {
            seen.add("ping " + ServerFrames.text(buffer, offset, length));
        }

        @Override
        public void onClose(int code, String reason) {
            seen.add("close " + code + " " + reason);
        }
    }
}
