package io.hayate.transport.websocket;

import static io.hayate.transport.websocket.ServerFrames.frame;
import static io.hayate.transport.websocket.ServerFrames.text;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Chapter 1: messages in one frame, by length and by how the bytes come in. */
final class Rfc6455Framing {
    private static final int[] LENGTHS = {0, 1, 125, 126, 127, 128, 65_535, 65_536};
    private static final int BINARY = 0x82;
    private static final int PIECE = 997;

    private Rfc6455Framing() {}

    static Stream<Rfc6455Case> cases() {
        return Stream.of(texts(), cutHeaders(), binaries()).flatMap(Rfc6455Cases::stream);
    }

    private static Rfc6455Cases texts() {
        Rfc6455Cases cases = new Rfc6455Cases("1.1");
        for (int length : LENGTHS) {
            cases.add("text of " + length + " bytes").sends(text(of(length))).text(of(length));
        }
        for (int length : LENGTHS) {
            cases.add("text of " + length + " bytes, byte by byte")
                    .sends(text(of(length)))
                    .inPiecesOf(1)
                    .text(of(length));
        }
        for (int length : new int[] {65_535, 65_536}) {
            cases.add("text of " + length + " bytes in pieces of " + PIECE)
                    .sends(text(of(length)), text("next"))
                    .inPiecesOf(PIECE)
                    .text(of(length), "next");
        }
        Rfc6455Case every = cases.add("texts of every length from 0 to 300 at once");
        IntStream.rangeClosed(0, 300)
                .mapToObj(Rfc6455Framing::of)
                .forEach(text -> every.sends(text(text)).text(text));
        return cases;
    }

    private static Rfc6455Cases cutHeaders() {
        Rfc6455Cases cases = new Rfc6455Cases("1.2");
        for (int length : new int[] {0, 125, 126, 65_535, 65_536}) {
            int header = text(of(length)).length - length;
            for (int cut = 1; cut <= header; cut++) {
                cases.add("text of " + length + " bytes, header cut at byte " + cut)
                        .sends(text("before"), text(of(length)), text("after"))
                        .cutAt(text("before").length + cut)
                        .text("before", of(length), "after");
            }
        }
        return cases;
    }

    private static Rfc6455Cases binaries() {
        Rfc6455Cases cases = new Rfc6455Cases("1.3");
        for (int length : LENGTHS) {
            cases.add("binary of " + length + " bytes, which is not taken")
                    .sends(frame(BINARY, new byte[length]))
                    .closes(CloseCode.UNACCEPTABLE);
        }
        cases.add("first fragment of a binary message")
                .sends(text("before"), frame(0x02, new byte[3]))
                .text("before")
                .closes(CloseCode.UNACCEPTABLE);
        return cases;
    }

    private static String of(int length) {
        return "abcdefghijklmnopqrstuvwxyz".repeat(length / 26 + 1).substring(0, length);
    }
}
