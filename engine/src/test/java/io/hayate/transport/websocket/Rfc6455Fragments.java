package io.hayate.transport.websocket;

import static io.hayate.transport.websocket.ServerFrames.bytes;
import static io.hayate.transport.websocket.ServerFrames.close;
import static io.hayate.transport.websocket.ServerFrames.frame;
import static io.hayate.transport.websocket.ServerFrames.text;

import java.util.stream.Stream;

/** Chapter 5: messages in fragments, and what may and may not come between them. */
final class Rfc6455Fragments {
    private static final int CONTINUES = 0x00;
    private static final int STARTS = 0x01;
    private static final int ENDS = 0x80;
    private static final int PING = 0x89;
    private static final int PONG = 0x8A;
    private static final int[] PART_BYTES = {1, 125, 126, 127, 4_096, 65_535, 65_536};

    private Rfc6455Fragments() {}

    static Stream<Rfc6455Case> cases() {
        return Stream.of(parts(), empty(), between(), refused()).flatMap(Rfc6455Cases::stream);
    }

    private static Rfc6455Cases parts() {
        Rfc6455Cases cases = new Rfc6455Cases("5.1");
        for (int parts : new int[] {2, 3, 5, 10, 100, 1_000}) {
            message(cases.add(parts + " fragments of 3 bytes"), parts, 3);
            message(cases.add(parts + " fragments of 3 bytes, byte by byte"), parts, 3)
                    .inPiecesOf(1);
        }
        for (int bytes : PART_BYTES) {
            message(cases.add("4 fragments of " + bytes + " bytes"), 4, bytes);
            message(cases.add("4 fragments of " + bytes + " bytes in pieces of 997"), 4, bytes)
                    .inPiecesOf(997);
        }
        Rfc6455Case several = cases.add("messages in fragments, one after the other");
        for (int parts = 2; parts < 12; parts++) {
            message(several, parts, parts);
            several.sends(text("whole")).text("whole");
        }
        return cases;
    }

    private static Rfc6455Case message(Rfc6455Case made, int parts, int bytes) {
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            String part = String.valueOf((char) ('a' + i % 26)).repeat(bytes);
            int head = i == 0 ? STARTS : i == parts - 1 ? ENDS : CONTINUES;
            made.sends(frame(head, bytes(part)));
            whole.append(part);
        }
        return made.text(whole.toString());
    }

    private static Rfc6455Cases empty() {
        Rfc6455Cases cases = new Rfc6455Cases("5.2");
        String[][] messages = {
            {"", ""}, {"", "", ""}, {"", "x"}, {"x", ""}, {"x", "", "y"}, {"", "x", ""}
        };
        for (String[] parts : messages) {
            Rfc6455Case made = cases.add("fragments of '" + String.join("', '", parts) + "'");
            for (int i = 0; i < parts.length; i++) {
                int head = i == 0 ? STARTS : i == parts.length - 1 ? ENDS : CONTINUES;
                made.sends(frame(head, bytes(parts[i])));
            }
            made.text(String.join("", parts));
        }
        return cases;
    }

    private static Rfc6455Cases between() {
        Rfc6455Cases cases = new Rfc6455Cases("5.3");
        for (int piece : new int[] {1, 2, 3, Integer.MAX_VALUE}) {
            String named = piece > 3 ? "" : ", in pieces of " + piece;
            around(cases.add("ping between fragments" + named), frame(PING, bytes("ping")))
                    .pong(bytes("ping"))
                    .text("one two")
                    .inPiecesOf(piece);
            around(cases.add("pong between fragments" + named), frame(PONG, bytes("pong")))
                    .text("one two")
                    .inPiecesOf(piece);
        }
        Rfc6455Case ten = cases.add("ten pings between fragments").sends(start());
        for (int i = 0; i < 10; i++) {
            ten.sends(frame(PING, bytes("" + i)), frame(CONTINUES, bytes("" + i)));
            ten.pong(bytes("" + i));
        }
        ten.sends(frame(ENDS, bytes("."))).text("one 0123456789.");
        around(cases.add("close between fragments"), close(1000, "enough")).closes(1000);
        return cases;
    }

    private static byte[] start() {
        return frame(STARTS, bytes("one "));
    }

    private static Rfc6455Case around(Rfc6455Case made, byte[] between) {
        return made.sends(start(), between, frame(ENDS, bytes("two")));
    }

    private static Rfc6455Cases refused() {
        Rfc6455Cases cases = new Rfc6455Cases("5.4");
        byte[] whole = text("whole");
        refuse(cases, "last fragment of no message", frame(ENDS, bytes("x")));
        refuse(cases, "last fragment of no message, empty", frame(ENDS, bytes()));
        refuse(cases, "middle fragment of no message", frame(CONTINUES, bytes("x")));
        refuse(cases, "middle fragment of no message, empty", frame(CONTINUES, bytes()));
        refuse(cases, "last fragment after a whole text", whole, frame(ENDS, bytes("x")))
                .text("whole");
        refuse(cases, "fragment after the last", start(), frame(ENDS, bytes("2")), bytes(ENDS, 0))
                .text("one 2");
        refuse(cases, "whole text between fragments", start(), whole);
        refuse(cases, "empty text between fragments", start(), text(""));
        refuse(cases, "start between fragments", start(), start());
        refuse(cases, "start between fragments, after a ping", start(), bytes(PING, 0), start())
                .pong(bytes());
        refuse(cases, "binary between fragments", start(), frame(0x82, bytes("x")));
        refuse(cases, "binary start between fragments", start(), frame(0x02, bytes("x")));
        refuse(cases, "start after an empty start", frame(STARTS, bytes()), start());
        return cases;
    }

    private static Rfc6455Case refuse(Rfc6455Cases cases, String name, byte[]... frames) {
        return cases.add(name).sends(frames).closes(CloseCode.PROTOCOL);
    }
}
