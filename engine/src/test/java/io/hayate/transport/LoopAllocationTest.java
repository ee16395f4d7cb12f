package io.hayate.transport;

import static io.hayate.transport.websocket.ServerFrames.join;
import static io.hayate.transport.websocket.ServerFrames.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.hayate.model.IdleMode;
import io.hayate.transport.tls.TlsKind;
import io.hayate.transport.websocket.ServerFrames;
import io.hayate.transport.websocket.WebSocketEncoder;
import io.netty.channel.epoll.Epoll;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Counts, to the byte, what the warm loop allocates on a real socket. */
class LoopAllocationTest {
    private static final int TIMEOUT_S = 60;
    private static final int ROUNDS_MAX = 12;
    private static final int MESSAGES = 15_000;
    private static final int BURST = 50;
    private static final long IDLE_WAIT_NS = 20_000;
    private static final String TICKER =
            "[17082,[7616.5,31.89055171,7617.5,43.35811863,-550.8,-0.0674,7617.1,8314.71,8257.8,7500]]";

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @BeforeAll
    static void needEpoll() {
        Assumptions.assumeTrue(Epoll.isAvailable());
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKING", "YIELDING"})
    void shouldAllocateNothingWhenMessagesComeIn(IdleMode idle) throws Exception {
        byte[] burst = new byte[0];
        for (int i = 0; i < BURST; i++) {
            burst = join(burst, text(TICKER));
        }
        byte[] messages = burst;
        Counter counter = new Counter(0);
        assertNoneAllocated(
                idle,
                counter,
                peer -> {
                    for (int i = 0; i < MESSAGES; i += BURST) {
                        peer.send(Arrays.copyOf(messages, messages.length));
                        peer.send(ServerFrames.frame(0x8A, new byte[0]));
                    }
                });
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKING", "YIELDING"})
    void shouldAllocateNothingWhenMessagesAreAnswered(IdleMode idle) throws Exception {
        Counter counter = new Counter(1);
        assertNoneAllocated(
                idle,
                counter,
                peer -> {
                    byte[] frame = new byte[WebSocketEncoder.frameLength(TICKER.length())];
                    for (int i = 0; i < MESSAGES; i++) {
                        peer.send(text(TICKER));
                        peer.in.readFully(frame);
                    }
                });
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKING", "YIELDING"})
    void shouldAllocateNothingWhenItIsIdle(IdleMode idle) throws Exception {
        Counter counter = new Counter(0);
        counter.countsTurns = true;
        assertNoneAllocated(idle, counter, peer -> {});
    }

    /**
     * One round must be clean. The JVM itself allocates a little on a thread whose code it compiles
     * or gives up again; what allocates for each message, or for each thousand, does so every round.
     */
    private void assertNoneAllocated(IdleMode idle, Counter counter, RawVenue.Script round)
            throws Exception {
        Semaphore start = new Semaphore(0);
        RawVenue.Script script =
                peer -> {
                    peer.upgrade();
                    while (!peer.socket.isClosed()) {
                        start.acquireUninterruptibly();
                        round.run(peer);
                    }
                };
        try (RawVenue venue = new RawVenue(script);
                IoLoop loop =
                        Loops.loop(IoKind.EPOLL, idle, IDLE_WAIT_NS, Throwable::printStackTrace)) {
            counter.transport = new WebSocketTransport(loop, config(venue), null);
            loop.start(counter);
            counter.await();
            long allocated = Long.MAX_VALUE;
            for (int i = 0; i < ROUNDS_MAX && allocated > 0; i++) {
                long before = threads.getThreadAllocatedBytes(loop.thread().getId());
                start.release();
                counter.await();
                long after = threads.getThreadAllocatedBytes(loop.thread().getId());
                allocated = Math.min(allocated, after - before);
            }
            assertEquals(0, allocated, "bytes for " + MESSAGES + " messages");
        }
    }

    private static TransportConfig config(RawVenue venue) throws IOException {
        return new TransportConfig(
                URI.create("ws://127.0.0.1:" + venue.port()),
                30_000,
                1 << 20,
                1 << 20,
                IoKind.EPOLL,
                TlsKind.AUTO,
                null);
    }

    /** Counts messages, or turns, and answers messages if it shall. */
    private static final class Counter implements Agent, FrameListener {
        private final DirectBuffer answer = new UnsafeBuffer(ServerFrames.bytes(TICKER));
        private final Semaphore rounds = new Semaphore(0);
        private final int answers;
        private Transport transport;
        private boolean countsTurns;
        private boolean connected;
        private int seen;

        Counter(int answers) {
            this.answers = answers;
        }

        void await() throws InterruptedException {
            assertTrue(rounds.tryAcquire(TIMEOUT_S, TimeUnit.SECONDS));
        }

        @Override
        public void onStart() {
            transport.connect(this);
        }

        @Override
        public void onConnected() {
            connected = true;
            rounds.release();
        }

        @Override
        public boolean onText(DirectBuffer buffer, int offset, int length, long receiveTimeNs) {
            for (int i = 0; i < answers; i++) {
                transport.sendText(answer, 0, answer.capacity());
            }
            count();
            return true;
        }

        @Override
        public int doWork() {
            if (countsTurns && connected) {
                count();
            }
            return 0;
        }

        private void count() {
            if (++seen % MESSAGES == 0) {
                rounds.release();
            }
        }

        @Override
        public void onDisconnected(DisconnectCause cause, String detail) {}

        @Override
        public String roleName() {
            return "counter";
        }
    }
}
