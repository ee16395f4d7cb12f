package io.hayate.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.IdleMode;
import io.hayate.transport.tls.Tls;
import io.hayate.transport.tls.TlsKind;
import io.hayate.transport.tls.WatchedTls;
import io.hayate.transport.websocket.FrameBudget;
import io.hayate.transport.websocket.ServerFrames;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;

/**
 * A transport on a loop of its own, and a listener that notes what it is told. The loop's time stands
 * still but for {@link #pass}, however long the machine takes.
 */
final class TransportRig implements FrameListener, AutoCloseable {
    static final int FRAME_BYTES_MAX = 16 << 20;
    static final int OUTBOUND_BYTES_MAX = 256 * 1_024;

    private static final int TIMEOUT_S = 30;
    private static final long IDLE_WAIT_MAX_NS = TimeUnit.SECONDS.toNanos(60);

    final IoLoop loop;
    final WebSocketTransport transport;
    private final StandingClock clock;
    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();

    /** How many messages are taken before the next is declined; loop only. */
    int room = Integer.MAX_VALUE;

    /** True to be told, too, when a read is over; loop only. */
    boolean notesReadEnds;

    long receiveTimeNs;
    long openTimeNs;

    /** What passes before the listener hears of an open connection. */
    long openingNs;

    TransportRig(IoKind io, String url) {
        this(io, url, TlsKind.AUTO, null, 30_000, FRAME_BYTES_MAX);
    }

    TransportRig(
            IoKind io,
            String url,
            TlsKind tls,
            Path trustFile,
            int connectTimeoutMs,
            int frameBytesMax) {
        clock = new StandingClock();
        loop = loop(io, FrameBudget.UNBOUNDED);
        TransportConfig config = config(io, url, tls, trustFile, connectTimeoutMs, frameBytesMax);
        transport = new WebSocketTransport(loop, config, config.newTls());
        loop.start();
    }

    /** With TLS that the test has made. */
    TransportRig(IoKind io, String url, Tls tls) {
        this(io, url, tls, InetAddress::getAllByName);
    }

    /** As above, with names looked up by the test. */
    TransportRig(IoKind io, String url, Tls tls, Connector.Resolver resolver) {
        clock = new StandingClock();
        loop = loop(io, FrameBudget.UNBOUNDED);
        TransportConfig config = config(io, url, TlsKind.AUTO, null, 30_000, FRAME_BYTES_MAX);
        transport = new WebSocketTransport(loop, config, tls, resolver);
        loop.start();
    }

    /** On a loop whose large messages share a budget. */
    TransportRig(IoKind io, RawVenue venue, FrameBudget budget) {
        clock = new StandingClock();
        loop = loop(io, budget);
        TransportConfig config =
                config(io, url(venue), TlsKind.AUTO, null, 30_000, FRAME_BYTES_MAX);
        transport = new WebSocketTransport(loop, config, config.newTls());
        loop.start();
    }

    /** Another connection on the loop of a rig. */
    TransportRig(TransportRig other, RawVenue venue) throws Exception {
        clock = other.clock;
        loop = other.loop;
        TransportConfig config =
                config(IoKind.AUTO, url(venue), TlsKind.AUTO, null, 30_000, FRAME_BYTES_MAX);
        transport = other.call(() -> new WebSocketTransport(loop, config, config.newTls()));
    }

    /** With names looked up by the test. */
    TransportRig(String url, int connectTimeoutMs, Connector.Resolver resolver) {
        this(url, null, connectTimeoutMs, resolver);
    }

    /** As above, with certificates that are trusted. */
    TransportRig(String url, Path trustFile, int connectTimeoutMs, Connector.Resolver resolver) {
        this(url, trustFile, TlsKind.AUTO, connectTimeoutMs, resolver);
    }

    /** As above, patient, with TLS of one kind. */
    TransportRig(String url, Path trustFile, TlsKind tls, Connector.Resolver resolver) {
        this(url, trustFile, tls, 30_000, resolver);
    }

    private TransportRig(
            String url,
            Path trustFile,
            TlsKind tls,
            int connectTimeoutMs,
            Connector.Resolver resolver) {
        clock = new StandingClock();
        loop = loop(IoKind.AUTO, FrameBudget.UNBOUNDED);
        TransportConfig config =
                config(IoKind.AUTO, url, tls, trustFile, connectTimeoutMs, FRAME_BYTES_MAX);
        transport = new WebSocketTransport(loop, config, config.newTls(), resolver);
        loop.start();
    }

    /** AUTO sleeps until it is woken; EPOLL never does, and so asks the socket by itself. */
    private IoLoop loop(IoKind io, FrameBudget budget) {
        IdleMode idle = io == IoKind.EPOLL ? IdleMode.YIELDING : IdleMode.BLOCKING;
        Idling idling = new Idling(idle, IDLE_WAIT_MAX_NS);
        return Loops.loop(io, idling, clock, budget, failure::complete);
    }

    private static TransportConfig config(
            IoKind io,
            String url,
            TlsKind tls,
            Path trustFile,
            int connectTimeoutMs,
            int frameBytesMax) {
        return new TransportConfig(
                URI.create(url),
                connectTimeoutMs,
                frameBytesMax,
                OUTBOUND_BYTES_MAX,
                io,
                tls,
                trustFile);
    }

    /** A loop that is not started. */
    static IoLoop idleLoop() {
        return Loops.loop(IoKind.AUTO, IdleMode.BLOCKING, IDLE_WAIT_MAX_NS, t -> {});
    }

    static TransportRig to(IoKind io, RawVenue venue) {
        return new TransportRig(io, url(venue));
    }

    private static String url(RawVenue venue) {
        return "ws://127.0.0.1:" + venue.port() + "/ws/2";
    }

    /** The time on the loop. */
    long nowNs() {
        return clock.nanoTime();
    }

    /** Lets so much time pass on the loop. */
    void pass(long ms) throws Exception {
        clock.pass(TimeUnit.MILLISECONDS.toNanos(ms));
        run(() -> {}); // it looks at its timers
    }

    TransportRig connect() throws Exception {
        run(() -> transport.connect(this));
        return this;
    }

    void run(Runnable task) throws Exception {
        call(
                () -> {
                    task.run();
                    return null;
                });
    }

    /** Runs a task on the loop and waits for its answer. */
    <T> T call(Callable<T> task) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        loop.execute(
                () -> {
                    try {
                        answer.complete(task.call());
                    } catch (Exception | AssertionError e) {
                        answer.completeExceptionally(e);
                    }
                });
        return answer.get(TIMEOUT_S, TimeUnit.SECONDS);
    }

    boolean sendText(String text) throws Exception {
        DirectBuffer buffer = ServerFrames.buffer(text);
        return call(() -> transport.sendText(buffer, 0, buffer.capacity()));
    }

    void expect(String event) throws InterruptedException {
        assertEquals(event, next());
    }

    /** Expects the end of the connection; every word must stand in the detail. */
    void expectEnd(DisconnectCause cause, String... words) throws InterruptedException {
        String event = next();
        assertTrue(event.startsWith("disconnected " + cause + ": "), event);
        for (String word : words) {
            assertTrue(event.contains(word), () -> event + " should say " + word);
        }
        assertEquals(1, event.lines().count(), event);
    }

    String next() throws InterruptedException {
        String event = told.poll(TIMEOUT_S, TimeUnit.SECONDS);
        assertNotNull(event, "nothing happened");
        return event;
    }

    boolean hasNothingMore() {
        return told.isEmpty();
    }

    Throwable failure() throws Exception {
        return failure.get(TIMEOUT_S, TimeUnit.SECONDS);
    }

    /** Waits until BoringSSL's part of all connections so far is freed, by a loop that is alive. */
    void awaitFreed(WatchedTls watched) throws Exception {
        assertTrue(!watched.made.isEmpty());
        while (watched.held() > 0) {
            run(() -> {}); // Netty closes a channel in tasks of its own
        }
    }

    @Override
    public void onConnected() {
        clock.pass(openingNs);
        openTimeNs = transport.receiveTimeNs();
        told.add("connected");
    }

    @Override
    public boolean onText(DirectBuffer buffer, int offset, int length, long timeNs) {
        if (room == 0) {
            return false;
        }
        room--;
        receiveTimeNs = timeNs;
        buffer.getLong(offset + length); // the slack that is promised
        String text = ServerFrames.text(buffer, offset, length);
        if (text.startsWith("fill the heap")) {
            throw new OutOfMemoryError("Java heap space");
        }
        if (text.equals("throw")) {
            throw new IllegalStateException("a listener's flaw");
        }
        told.add("text " + text);
        if (text.startsWith("close")) {
            transport.close(1000, "");
        }
        return !text.endsWith("decline");
    }

    @Override
    public void onReadEnd() {
        if (notesReadEnds) {
            told.add("read end");
        }
    }

    @Override
    public void onDisconnected(DisconnectCause cause, String detail) {
        told.add("disconnected " + cause + ": " + detail);
    }

    @Override
    public void close() {
        clock.end();
        loop.close();
    }
}
