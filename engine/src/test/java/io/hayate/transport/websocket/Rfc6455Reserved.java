package io.hayate.transport.websocket;

import static io.hayate.transport.websocket.ServerFrames.bytes;
import static io.hayate.transport.websocket.ServerFrames.frame;
import static io.hayate.transport.websocket.ServerFrames.text;

import java.util.List;
import java.util.stream.Stream;

/** Chapters 3 and 4: bits and opcodes that mean nothing yet, and masks, which a server never sets. */
final class Rfc6455Reserved {
    private static final int[] OPCODES = {3, 4, 5, 6, 7, 11, 12, 13, 14, 15};
    private static final byte[] START = frame(0x01, bytes("one "));
    private static final byte[] PING = frame(0x89, bytes("ping"));

    private Rfc6455Reserved() {}

    static Stream<Rfc6455Case> cases() {
        return Stream.of(bits(), opcodes(), masks()).flatMap(Rfc6455Cases::stream);
    }

    private static Rfc6455Cases bits() {
        Rfc6455Cases cases = new Rfc6455Cases("3.1");
        for (int bits = 1; bits <= 7; bits++) {
            int rsv = bits << 4;
            String named = " with reserved bits " + Integer.toBinaryString(bits + 8).substring(1);
            refuse(cases, "text" + named, frame(0x81 | rsv, bytes("x")));
            refuse(cases, "empty text" + named, frame(0x81 | rsv, bytes()));
            refuse(cases, "ping" + named, frame(0x89 | rsv, bytes("x")));
            refuse(cases, "pong" + named, frame(0x8A | rsv, bytes()));
            refuse(cases, "close" + named, frame(0x88 | rsv, bytes(3, 232)));
            refuseInside(cases, "ping" + named + " between fragments", frame(0x89 | rsv, bytes()));
            refuseInside(cases, "last fragment" + named, frame(0x80 | rsv, bytes("two")));
        }
        return cases;
    }

    private static Rfc6455Cases opcodes() {
        Rfc6455Cases cases = new Rfc6455Cases("4.1");
        for (int opcode : OPCODES) {
            String named = "opcode " + opcode;
            refuse(cases, named + " without payload", bytes(0x80 | opcode, 0));
            refuse(cases, named + " with payload", frame(0x80 | opcode, bytes("x")));
            refuse(cases, named + " in fragments", frame(opcode, bytes("x")));
            refuseInside(cases, named + " between fragments", frame(0x80 | opcode, bytes()));
        }
        return cases;
    }

    private static Rfc6455Cases masks() {
        Rfc6455Cases cases = new Rfc6455Cases("4.2");
        List<Integer> heads = List.of(0x81, 0x01, 0x89, 0x8A, 0x88, 0x82);
        for (int head : heads) {
            String named = String.format("masked frame of head %02x", head);
            refuse(cases, named + " without payload", bytes(head, 0x80, 1, 2, 3, 4));
            refuse(cases, named, bytes(head, 0x82, 1, 2, 3, 4, 'a' ^ 1, 'b' ^ 2));
        }
        refuse(cases, "masked text, length in 16 bits", bytes(0x81, 0xFE, 0, 126));
        refuse(cases, "masked text, length in 64 bits", bytes(0x81, 0xFF, 0, 0, 0, 0));
        refuse(cases, "masked text with a mask of zeros", bytes(0x81, 0x81, 0, 0, 0, 0, 'a'));
        refuseInside(cases, "masked fragment", bytes(0x80, 0x81, 1, 2, 3, 4, 'a' ^ 1));
        return cases;
    }

    /** After a message that is good and a ping, so that neither is lost. */
    private static void refuse(Rfc6455Cases cases, String name, byte[] broken) {
        cases.add(name)
                .sends(text("before"), PING, broken)
                .text("before")
                .pong(bytes("ping"))
                .closes(CloseCode.PROTOCOL);
    }

    /** Inside of a message in fragments, which is never delivered; byte by byte. */
    private static void refuseInside(Rfc6455Cases cases, String name, byte[] broken) {
        cases.add(name).sends(START, broken).inPiecesOf(1).closes(CloseCode.PROTOCOL);
    }
}
