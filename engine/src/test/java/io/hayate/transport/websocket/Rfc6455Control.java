package io.hayate.transport.websocket;

import static io.hayate.transport.websocket.ServerFrames.bytes;
import static io.hayate.transport.websocket.ServerFrames.frame;
import static io.hayate.transport.websocket.ServerFrames.join;
import static io.hayate.transport.websocket.ServerFrames.text;

import java.util.stream.Stream;

/** Chapter 2: pings, which are answered with what they hold, and pongs, which nobody asked for. */
final class Rfc6455Control {
    private static final int PING = 0x89;
    private static final int PONG = 0x8A;
    private static final int[] LENGTHS = {
        0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 63, 64, 65, 124, 125
    };

    private Rfc6455Control() {}

    static Stream<Rfc6455Case> cases() {
        return Stream.of(pings(), manyPings(), pongs(), refused()).flatMap(Rfc6455Cases::stream);
    }

    private static Rfc6455Cases pings() {
        Rfc6455Cases cases = new Rfc6455Cases("2.1");
        for (int length : LENGTHS) {
            cases.add("ping of " + length + " bytes")
                    .sends(frame(PING, counting(length)))
                    .pong(counting(length));
        }
        cases.add("ping of bytes that are no text")
                .sends(frame(PING, bytes(0x00, 0xFF, 0xFE, 0xFD, 0xFC, 0xFB, 0x00, 0xFF)))
                .pong(bytes(0x00, 0xFF, 0xFE, 0xFD, 0xFC, 0xFB, 0x00, 0xFF));
        cases.add("ping of 125 bytes, byte by byte")
                .sends(frame(PING, counting(125)))
                .inPiecesOf(1)
                .pong(counting(125));
        for (int cut = 1; cut < 4; cut++) {
            cases.add("ping cut at byte " + cut)
                    .sends(frame(PING, bytes("ab")), text("next"))
                    .cutAt(cut)
                    .pong(bytes("ab"))
                    .text("next");
        }
        return cases;
    }

    private static Rfc6455Cases manyPings() {
        Rfc6455Cases cases = new Rfc6455Cases("2.2");
        Rfc6455Case atOnce = cases.add("ten pings at once");
        Rfc6455Case chopped = cases.add("ten pings, byte by byte").inPiecesOf(1);
        for (int i = 0; i < 10; i++) {
            byte[] payload = bytes("payload " + i);
            atOnce.sends(frame(PING, payload)).pong(payload);
            chopped.sends(frame(PING, payload)).pong(payload);
        }
        Rfc6455Case every = cases.add("pings of every length from 0 to 125 at once");
        Rfc6455Case between = cases.add("pings between texts");
        for (int i = 0; i <= 125; i++) {
            every.sends(frame(PING, counting(i))).pong(counting(i));
            between.sends(text("text " + i), frame(PING, counting(i)));
            between.text("text " + i).pong(counting(i));
        }
        return cases;
    }

    private static Rfc6455Cases pongs() {
        Rfc6455Cases cases = new Rfc6455Cases("2.3");
        cases.add("pong without payload").sends(frame(PONG, bytes()), text("next")).text("next");
        cases.add("pong with payload").sends(frame(PONG, bytes("x")), text("next")).text("next");
        cases.add("pong of 125 bytes, byte by byte")
                .sends(frame(PONG, counting(125)), text("next"))
                .inPiecesOf(1)
                .text("next");
        cases.add("pong, then ping")
                .sends(frame(PONG, bytes("old")), frame(PING, bytes("new")))
                .pong(bytes("new"));
        return cases;
    }

    private static Rfc6455Cases refused() {
        Rfc6455Cases cases = new Rfc6455Cases("2.4");
        for (int head : new int[] {PING, PONG}) {
            String name = head == PING ? "ping" : "pong";
            refuse(cases, name + " of 126 bytes", frame(head, counting(126)));
            refuse(cases, name + " of 65536 bytes", frame(head, counting(65_536)));
            refuse(cases, name + " of 126 bytes, header alone", bytes(head, 126));
            refuse(cases, name + " with its length in 16 bits", bytes(head, 126, 0, 5));
            refuse(cases, name + " with its length in 64 bits", bytes(head, 127, 0, 0, 0, 0));
            refuse(cases, name + " in fragments", frame(head & 0x7F, bytes("x")));
            refuse(cases, name + " in fragments, empty", bytes(head & 0x7F, 0));
        }
        return cases;
    }

    private static void refuse(Rfc6455Cases cases, String name, byte[] broken) {
        cases.add(name)
                .sends(join(text("before"), broken))
                .text("before")
                .closes(CloseCode.PROTOCOL);
    }

    private static byte[] counting(int length) {
        byte[] payload = new byte[length];
        for (int i = 0; i < length; i++) {
            payload[i] = (byte) (i + 200);
        }
        return payload;
    }
}
