package io.hayate.transport.websocket;

import static io.hayate.transport.websocket.ServerFrames.bytes;
import static io.hayate.transport.websocket.ServerFrames.frame;
import static io.hayate.transport.websocket.ServerFrames.join;
import static io.hayate.transport.websocket.ServerFrames.text;

import java.nio.ByteBuffer;
import java.util.stream.Stream;

/** Chapter 9: lengths over the bound, beyond all sense, and in more bytes than they need. */
public final class Rfc6455Limits {
    /** The bound that the cases are made for. */
    public static final int FRAME_BYTES_MAX = 300_000;

    private static final byte[] PING = frame(0x89, bytes("ping"));

    private static final long[] TOO_LONG = {
        FRAME_BYTES_MAX + 1,
        1L << 24,
        Integer.MAX_VALUE,
        1L << 31,
        (1L << 31) + 5,
        (1L << 32) - 1,
        1L << 32,
        (1L << 32) + 5,
        1L << 62,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        -1,
        -2,
        Integer.MIN_VALUE
    };

    private Rfc6455Limits() {}

    static Stream<Rfc6455Case> cases() {
        return Stream.of(bound(), tooLong(), notShortest()).flatMap(Rfc6455Cases::stream);
    }

    private static Rfc6455Cases bound() {
        Rfc6455Cases cases = new Rfc6455Cases("9.1");
        String most = "x".repeat(FRAME_BYTES_MAX);
        cases.add("text of all the bytes allowed").sends(text(most), text("a")).text(most, "a");
        cases.add("text of one byte more").sends(text(most + "x")).closes(CloseCode.TOO_LARGE);
        cases.add("fragments of all the bytes allowed, together")
                .sends(frame(0x01, bytes(most.substring(1))), PING, frame(0x80, bytes("x")))
                .text(most)
                .pong(bytes("ping"));
        cases.add("fragments of one byte more, by the header alone")
                .sends(frame(0x01, bytes(most)), PING, bytes(0x80, 1))
                .pong(bytes("ping"))
                .closes(CloseCode.TOO_LARGE);
        cases.add("an empty fragment after all the bytes allowed")
                .sends(frame(0x01, bytes(most)), bytes(0x00, 0), bytes(0x80, 0))
                .text(most);
        Rfc6455Case many = cases.add("fragments that never end");
        for (int i = 0; i < 5; i++) {
            many.sends(frame(i == 0 ? 0x01 : 0x00, new byte[65_000]));
        }
        many.closes(CloseCode.TOO_LARGE);
        return cases;
    }

    private static Rfc6455Cases tooLong() {
        Rfc6455Cases cases = new Rfc6455Cases("9.2");
        for (long length : TOO_LONG) {
            String named = " of " + Long.toUnsignedString(length) + " bytes";
            cases.add("text" + named)
                    .sends(text("before"), header(0x81, length))
                    .text("before")
                    .closes(CloseCode.TOO_LARGE);
            cases.add("fragment" + named + ", byte by byte")
                    .sends(frame(0x01, bytes("one")), header(0x80, length), bytes("two"))
                    .inPiecesOf(1)
                    .closes(CloseCode.TOO_LARGE);
        }
        return cases;
    }

    private static Rfc6455Cases notShortest() {
        Rfc6455Cases cases = new Rfc6455Cases("9.3");
        for (int length : new int[] {0, 1, 124, 125}) {
            byte[] in16Bits = join(bytes(0x81, 126, 0, length), new byte[length]);
            refuse(cases, length + " in 16 bits", in16Bits);
            refuse(
                    cases,
                    length + " in 16 bits, between fragments",
                    bytes(1, 0),
                    bytes(0, 126, 0, length));
        }
        for (int length : new int[] {0, 1, 125, 126, 127, 65_535}) {
            refuse(cases, length + " in 64 bits", join(header(0x81, length), new byte[length]));
            refuse(cases, length + " in 64 bits, header alone", header(0x81, length));
        }
        return cases;
    }

    private static void refuse(Rfc6455Cases cases, String name, byte[]... frames) {
        cases.add("length of " + name).sends(frames).closes(CloseCode.PROTOCOL);
    }

    private static byte[] header(int head, long length) {
        return ByteBuffer.allocate(10).put((byte) head).put((byte) 127).putLong(length).array();
    }
}
