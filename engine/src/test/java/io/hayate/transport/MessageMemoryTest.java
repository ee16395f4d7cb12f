package io.hayate.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.transport.websocket.CloseCode;
import io.hayate.transport.websocket.FrameBudget;
import io.hayate.transport.websocket.ServerFrames;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A message that there is no memory for ends its own connection, over real sockets, and no other. */
class MessageMemoryTest {
    private static final int BUDGET = 4 << 20;

    private final Semaphore turn = new Semaphore(0);

    private static byte[] text(int length) {
        byte[] text = new byte[length];
        Arrays.fill(text, (byte) 'x');
        return ServerFrames.frame(0x81, text);
    }

    /** Says a word, a message and, when its turn comes, another word. */
    private RawVenue.Script saying(byte[] message) {
        return peer -> {
            peer.upgrade().send(ServerFrames.frame(0x81, ServerFrames.bytes("before")));
            peer.send(message);
            turn.acquireUninterruptibly();
            peer.send(ServerFrames.frame(0x81, ServerFrames.bytes("after")));
        };
    }

    /** Sends a message that is too much, and is told so. */
    private static RawVenue.Script tooMuch(byte[] message) {
        return peer -> {
            peer.upgrade().send(message);
            peer.expectClose(CloseCode.TOO_LARGE);
        };
    }

    private static void expectText(TransportRig rig, int length) throws InterruptedException {
        assertEquals(("text " + "x".repeat(length)).length(), rig.next().length());
    }

    @ParameterizedTest
    @EnumSource(
            value = IoKind.class,
            names = {"AUTO", "EPOLL", "NIO"})
    void shouldEndTheConnectionAloneForWhoseMessageTheBudgetHasNothingLeft(IoKind io)
            throws Exception {
        FrameBudget budget = new FrameBudget(BUDGET, "-Xmx512m");
        byte[] large = text(2 << 20);
        byte[] head = Arrays.copyOf(text(4 << 20), 100);
        try (RawVenue first = new RawVenue(saying(large));
                RawVenue second = new RawVenue(tooMuch(head), tooMuch(head), saying(text(9)));
                TransportRig one = new TransportRig(io, first, budget)) {
            one.connect().expect("connected");
            one.expect("text before");
            expectText(one, 2 << 20);
            long taken = budget.taken();
            assertTrue(taken > 0);

            TransportRig other = new TransportRig(one, second).connect();
            for (int i = 0; i < 2; i++) { // a connection that is refused leaves nothing taken
                other.expect("connected");
                other.expectEnd(
                        DisconnectCause.FRAME_TOO_LARGE,
                        "the venue sent 4194304 bytes (transport.frame-bytes-max); 1 of 4 MiB are"
                                + " in use, more by -Xmx512m");
                assertEquals(taken, budget.taken());
                other.connect();
            }
            other.expect("connected");
            other.expect("text before");
            other.expect("text xxxxxxxxx");

            turn.release(2);
            one.expect("text after");
            one.expectEnd(DisconnectCause.LOST);
            assertEquals(0, one.call(budget::taken), "given back at the end");
            first.finish();
        }
    }

    @Test
    void shouldEndTheConnectionAloneWhoseMessageTheHeapHasNoRoomFor() throws Exception {
        byte[] word = ServerFrames.frame(0x81, ServerFrames.bytes("fill the heap"));
        try (RawVenue first = new RawVenue(saying(text(9)));
                RawVenue second = new RawVenue(tooMuch(word));
                TransportRig one = TransportRig.to(IoKind.AUTO, first)) {
            one.connect().expect("connected");
            one.expect("text before");
            one.expect("text xxxxxxxxx");

            TransportRig other = new TransportRig(one, second).connect();
            other.expect("connected");
            other.expectEnd(
                    DisconnectCause.FRAME_TOO_LARGE,
                    "no memory for a message of the venue: the heap is too small (-Xmx)");

            turn.release();
            one.expect("text after");
            second.finish();
        }
    }

    /** In a JVM of its own, whose memory off the heap is less than the budget. */
    @ParameterizedTest
    @EnumSource(
            value = IoKind.class,
            names = {"AUTO", "EPOLL", "NIO"})
    void shouldEndTheConnectionAloneForWhoseBufferTheMachineHasNoMemory(IoKind io)
            throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:MaxDirectMemorySize=8m",
                                "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SmallMachine.class.getName(),
                                io.name())
                        .redirectError(ProcessBuilder.Redirect.INHERIT) // where the JVM warns
                        .start();
        try (BufferedReader output = process.inputReader()) {
            List<String> lines = output.lines().toList();
            assertEquals(
                    List.of(
                            "disconnected LOST: no memory for a message of the venue:"
                                    + " the memory off the heap is too small"
                                    + " (-XX:MaxDirectMemorySize)",
                            "text after"),
                    lines);
            assertEquals(0, process.waitFor());
        }
    }

    /** Two connections, one of which is sent more than this JVM has. */
    static final class SmallMachine {
        private SmallMachine() {}

        public static void main(String[] arguments) throws Exception {
            MessageMemoryTest test = new MessageMemoryTest();
            IoKind io = IoKind.valueOf(arguments[0]);
            try (RawVenue first = new RawVenue(test.saying(text(9)));
                    RawVenue second = new RawVenue(tooMuch(text(12 << 20)));
                    TransportRig one = TransportRig.to(io, first)) {
                one.connect().expect("connected");
                one.expect("text before");
                one.expect("text xxxxxxxxx");
                TransportRig other = new TransportRig(one, second).connect();
                other.expect("connected");
                System.out.println(other.next());
                test.turn.release();
                System.out.println(one.next());
            }
        }
    }
}
