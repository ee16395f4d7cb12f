package io.hayate.transport.websocket;

import static io.hayate.transport.websocket.ServerFrames.bytes;
import static io.hayate.transport.websocket.ServerFrames.frame;
import static io.hayate.transport.websocket.ServerFrames.join;
import static io.hayate.transport.websocket.ServerFrames.text;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Chapter 6: text that is UTF-8, and bytes that are not. */
final class Rfc6455Utf8 {
    private static final HexFormat HEX = HexFormat.of();
    private static final int TEXT = 0x81;

    private static final int[] EDGES = {
        0x00, 0x01, 0x7F, 0x80, 0x7FF, 0x800, 0xFFF, 0x1000, 0xD7FF, 0xE000, 0xFDD0, 0xFEFF, 0xFFFD,
        0xFFFE, 0xFFFF
    };
    private static final List<String> SAMPLES =
            List.of(
                    "\u03ba\u1f79\u03c3\u03bc\u03b5",
                    "H\u00e4llo \ud83d\ude00!",
                    "\u20ac1.50 f\u00fcr");

    /** Too long for what they say, by length, the least and the greatest of each. */
    private static final List<String> OVERLONG =
            List.of(
                    "c080",
                    "c0af",
                    "c1bf",
                    "e08080",
                    "e080af",
                    "e09fbf",
                    "f0808080",
                    "f08080af",
                    "f08fbfbf",
                    "f880808080",
                    "f888808080",
                    "fbbfbfbfbf",
                    "fc8080808080",
                    "fdbfbfbfbfbf");

    private static final List<String> SURROGATES =
            List.of(
                    "eda080",
                    "edadbf",
                    "edae80",
                    "edafbf",
                    "edb080",
                    "edbe80",
                    "edbfbf",
                    "eda080edb080",
                    "edadbfedbfbf",
                    "edae80edb080",
                    "edafbfedbfbf");

    private static final List<String> BEYOND =
            List.of("f4908080", "f4bfbfbf", "f5808080", "f7bfbfbf", "fe", "ff", "fefeffff");

    /** Starts without their rest, and rests without a start. */
    private static final List<String> INCOMPLETE =
            List.of(
                    "c3",
                    "c328",
                    "c3c3a9",
                    "e282",
                    "e2",
                    "e228a1",
                    "e28228",
                    "e2c3a9",
                    "f0",
                    "f09f",
                    "f09f98",
                    "f0288080",
                    "f09f2880",
                    "f09f9828",
                    "80",
                    "bf",
                    "8080",
                    "80bf80bf80bf",
                    "c3a980",
                    "41bf42",
                    "e282ac80");

    private Rfc6455Utf8() {}

    static Stream<Rfc6455Case> cases() {
        return Stream.of(
                        points(),
                        fragmented(),
                        places(),
                        invalid("6.4", "too long", OVERLONG),
                        invalid("6.5", "a surrogate", SURROGATES),
                        invalid("6.6", "beyond the last code point", BEYOND),
                        invalid("6.7", "incomplete", INCOMPLETE),
                        invalidFragments())
                .flatMap(Rfc6455Cases::stream);
    }

    private static Rfc6455Cases points() {
        Rfc6455Cases cases = new Rfc6455Cases("6.1");
        for (int point : EDGES) {
            add(cases, point);
        }
        for (int plane = 1; plane <= 16; plane++) {
            add(cases, plane << 16);
            add(cases, (plane << 16) + 0x8421);
            add(cases, (plane << 16) + 0xFFFE);
            add(cases, (plane << 16) + 0xFFFF);
        }
        return cases;
    }

    private static void add(Rfc6455Cases cases, int point) {
        String text = Character.toString(point);
        String padded = "a" + text + "b".repeat(9) + text;
        cases.add(String.format("U+%04X", point))
                .sends(text(text), text(padded))
                .text(text, padded);
    }

    /** A character may be cut between two frames. */
    private static Rfc6455Cases fragmented() {
        Rfc6455Cases cases = new Rfc6455Cases("6.2");
        for (String sample : SAMPLES) {
            byte[] bytes = bytes(sample);
            for (int cut = 1; cut < bytes.length; cut++) {
                cases.add(hex(bytes) + " in fragments cut at byte " + cut)
                        .sends(fragments(bytes, cut))
                        .text(sample);
            }
            cases.add(hex(bytes) + ", a fragment for each byte")
                    .sends(fragmentEach(bytes))
                    .inPiecesOf(1)
                    .text(sample);
        }
        return cases;
    }

    /** At every distance from the eight bytes that are looked at at once. */
    private static Rfc6455Cases places() {
        Rfc6455Cases cases = new Rfc6455Cases("6.3");
        for (int before = 0; before <= 17; before++) {
            String good = "x".repeat(before) + "\u00e9" + "y".repeat(9);
            byte[] bad = join(bytes("x".repeat(before)), bytes(0xE9), bytes("y".repeat(9)));
            cases.add("a wrong byte behind " + before + " of ASCII")
                    .sends(text(good), frame(TEXT, bad))
                    .text(good)
                    .closes(CloseCode.NOT_UTF8);
        }
        return cases;
    }

    private static Rfc6455Cases invalid(String chapter, String what, List<String> sequences) {
        Rfc6455Cases cases = new Rfc6455Cases(chapter);
        for (String sequence : sequences) {
            byte[] bad = HEX.parseHex(sequence);
            refuse(cases, sequence + ", " + what, frame(TEXT, bad));
            refuse(
                    cases,
                    sequence + ", " + what + ", in good text",
                    frame(TEXT, join(bytes(SAMPLES.get(0)), bad, bytes("edited"))));
        }
        return cases;
    }

    private static Rfc6455Cases invalidFragments() {
        Rfc6455Cases cases = new Rfc6455Cases("6.8");
        for (String sequence : List.of("c080", "e09fbf", "eda080", "f08fbfbf", "f4908080")) {
            byte[] bad = HEX.parseHex(sequence);
            for (int cut = 1; cut < bad.length; cut++) {
                refuse(cases, sequence + " in fragments cut at byte " + cut, fragments(bad, cut));
            }
            refuse(cases, sequence + ", a fragment for each byte", fragmentEach(bad));
        }
        refuse(
                cases,
                "a start that the last fragment does not end",
                fragments(bytes(0xC3, 0xA9, 0xC3), 2));
        return cases;
    }

    private static void refuse(Rfc6455Cases cases, String name, byte[] frames) {
        cases.add(name).sends(text("before"), frames).text("before").closes(CloseCode.NOT_UTF8);
    }

    private static byte[] fragments(byte[] message, int cut) {
        return join(
                frame(0x01, Arrays.copyOf(message, cut)),
                frame(0x80, Arrays.copyOfRange(message, cut, message.length)));
    }

    private static byte[] fragmentEach(byte[] message) {
        byte[] frames = frame(0x01, bytes());
        for (byte part : message) {
            frames = join(frames, frame(0x00, bytes(part)));
        }
        return join(frames, frame(0x80, bytes()));
    }

    private static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }
}
