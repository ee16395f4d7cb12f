package io.hayate.transport.websocket;

import static io.hayate.transport.websocket.ServerFrames.bytes;
import static io.hayate.transport.websocket.ServerFrames.close;
import static io.hayate.transport.websocket.ServerFrames.frame;
import static io.hayate.transport.websocket.ServerFrames.join;
import static io.hayate.transport.websocket.ServerFrames.text;

import java.util.stream.Stream;

/** Chapter 7: the end, said once by each side. */
final class Rfc6455Close {
    private static final int CLOSE = 0x88;
    private static final byte[] PING = frame(0x89, bytes("late"));

    /** Those of the RFC, those that IANA has given out since, and those of libraries and users. */
    private static final int[] VALID = {
        1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000,
        4999
    };

    private static final int[] INVALID = {
        0, 1, 125, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 32_768, 65_535
    };

    private Rfc6455Close() {}

    static Stream<Rfc6455Case> cases() {
        return Stream.of(shapes(), codes(), reasons(), after()).flatMap(Rfc6455Cases::stream);
    }

    private static Rfc6455Cases shapes() {
        Rfc6455Cases cases = new Rfc6455Cases("7.1");
        cases.add("close without a code").sends(bytes(CLOSE, 0)).closes(Rfc6455Case.NO_CODE);
        cases.add("close with half a code").sends(bytes(CLOSE, 1, 3)).closes(CloseCode.PROTOCOL);
        cases.add("close with a code").sends(close(1000, "")).closes(1000);
        cases.add("close with a code, byte by byte")
                .sends(text("a"), close(1000, "bye"))
                .inPiecesOf(1)
                .text("a")
                .closes(1000);
        for (int cut = 1; cut < 7; cut++) {
            cases.add("close cut at byte " + cut).sends(close(1001, "bye")).cutAt(cut).closes(1001);
        }
        cases.add("close in fragments").sends(bytes(0x08, 0)).closes(CloseCode.PROTOCOL);
        cases.add("close in fragments, with a code")
                .sends(frame(0x08, bytes(3, 232)))
                .closes(CloseCode.PROTOCOL);
        return cases;
    }

    private static Rfc6455Cases codes() {
        Rfc6455Cases cases = new Rfc6455Cases("7.2");
        for (int code : VALID) {
            cases.add("close with " + code).sends(close(code, "")).closes(code);
            cases.add("close with " + code + " and a reason").sends(close(code, "so")).closes(code);
        }
        for (int code : INVALID) {
            String name = "close with " + code + ", which may not be sent";
            cases.add(name).sends(close(code, "")).closes(CloseCode.PROTOCOL);
            cases.add(name + ", and a reason").sends(close(code, "so")).closes(CloseCode.PROTOCOL);
        }
        return cases;
    }

    private static Rfc6455Cases reasons() {
        Rfc6455Cases cases = new Rfc6455Cases("7.3");
        for (int length : new int[] {1, 2, 61, 122, 123}) {
            cases.add("close with a reason of " + length + " bytes")
                    .sends(close(1000, "r".repeat(length)))
                    .closes(1000);
        }
        cases.add("close with a reason of 124 bytes")
                .sends(close(1000, "r".repeat(124)))
                .closes(CloseCode.PROTOCOL);
        cases.add("close with a reason in many scripts")
                .sends(close(1000, "\u03ba\u1f79\u03c3\u03bc\u03b5 \ud83d\ude00"))
                .closes(1000);
        for (int[] bad :
                new int[][] {{0xFF}, {0xC3}, {0xED, 0xA0, 0x80}, {0xF4, 0x90, 0x80, 0x80}}) {
            cases.add(String.format("close with a reason that begins with %02x", bad[0]))
                    .sends(frame(CLOSE, join(bytes(3, 232), bytes(bad))))
                    .closes(CloseCode.NOT_UTF8);
        }
        return cases;
    }

    private static Rfc6455Cases after() {
        Rfc6455Cases cases = new Rfc6455Cases("7.4");
        cases.add("text before the close").sends(text("a"), close(1000, "")).text("a").closes(1000);
        cases.add("text after the close").sends(close(1000, ""), text("late")).closes(1000);
        cases.add("ping after the close").sends(close(1000, ""), PING).closes(1000);
        cases.add("ping before the close")
                .sends(PING, close(1000, ""))
                .pong(bytes("late"))
                .closes(1000);
        cases.add("a second close").sends(close(1000, ""), close(1001, "")).closes(1000);
        cases.add("a broken frame after the close")
                .sends(close(1000, ""), bytes(0xF1, 0))
                .closes(1000);
        cases.add("half a frame after the close").sends(close(1000, ""), bytes(0x81)).closes(1000);
        cases.add("text after a broken frame")
                .sends(bytes(0xF1, 0), text("late"), PING)
                .closes(CloseCode.PROTOCOL);
        cases.add("close after a broken frame")
                .sends(bytes(0x83, 0), close(1000, ""))
                .closes(CloseCode.PROTOCOL);
        return cases;
    }
}
