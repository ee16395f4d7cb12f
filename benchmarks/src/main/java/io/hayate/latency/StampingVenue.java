package io.hayate.latency;

import io.hayate.model.Counts;
import io.netty.handler.ssl.SslContext;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;

/**
 * Plays the exchange for one client on one connection, and stamps the clock right before a trigger
 * leaves and right after the order that answers it has come. One thread does all of it.
 */
final class StampingVenue implements StepRun.Between, AutoCloseable {
    private static final long SETTLE_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long REST_NS = TimeUnit.MICROSECONDS.toNanos(100);
    private static final int BACKLOG = 4;

    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final Selector selector = Selector.open();
    private final boolean sleeps;
    private final SslContext tls;
    private final IdleStrategy yielding = new YieldingIdleStrategy();
    private final Triggers triggers = new Triggers();
    private final OrderText order = new OrderText();
    private final AsciiText scratch = new AsciiText();
    private final VenueSocket.Listener listener = this::onText; // made once, not for each read
    private VenueSocket socket;
    private VenueAnswers conversation;
    private FramePool frames;
    private boolean upgraded;
    private StepRun running;
    private long orders;

    /**
     * Listens on loopback.
     *
     * @param port 0 takes any that is free
     * @param sleeps true leaves the core to others while there is nothing to do
     * @param tls what it shows on wss; null for ws
     */
    StampingVenue(int port, boolean sleeps, SslContext tls) throws IOException {
        this.sleeps = sleeps;
        this.tls = tls;
        server.configureBlocking(false);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    }

    int port() {
        return server.socket().getLocalPort();
    }

    /** Serves until a client is authenticated and has its tickers. */
    void awaitClient(int subscriptions, long timeoutNs) throws IOException {
        long giveUpNs = System.nanoTime() + timeoutNs;
        while (conversation == null || !conversation.isReady(subscriptions)) {
            if (System.nanoTime() - giveUpNs > 0) {
                throw new IOException(
                        "no client with " + Counts.of(subscriptions, "ticker") + " came");
            }
            accept();
            pollPatiently();
            LockSupport.parkNanos(REST_NS);
        }
        frames = new FramePool(conversation.channels(), 1);
    }

    private void accept() throws IOException {
        if (socket == null) {
            SocketChannel channel = server.accept();
            if (channel != null) {
                socket = new VenueSocket(channel, tls == null ? null : StampingTls.of(tls));
                conversation = new VenueAnswers(socket.out());
                upgraded = false;
            }
        }
    }

    /** A client may leave and come again before the steps begin. */
    private void pollPatiently() throws IOException {
        try {
            if (socket != null) {
                poll();
                socket.flush();
            }
        } catch (EOFException e) {
            socket.close();
            socket = null;
            conversation = null;
        }
    }

    /** Lets what follows readiness pass. The client's threads are pinned meanwhile. */
    void settle() throws IOException {
        serve(SETTLE_NS);
        if (sleeps) {
            socket.channel().register(selector, SelectionKey.OP_READ);
        }
    }

    private void serve(long durationNs) throws IOException {
        long endNs = System.nanoTime() + durationNs;
        while (System.nanoTime() - endNs < 0) {
            poll();
            socket.flush();
            LockSupport.parkNanos(REST_NS);
        }
    }

    /** Runs a step to its end. */
    StepResult run(Step step) throws IOException {
        conversation.beat();
        serve(PAUSE_NS);
        running = new StepRun(step, this, socket, frames, triggers);
        try {
            return running.run();
        } finally {
            running = null;
        }
    }

    @Override
    public void poll() throws IOException {
        if (socket.read() == 0) {
            return;
        }
        long receivedNs = System.nanoTime();
        socket.open();
        if (!upgraded && socket.in().position() > 0) {
            upgraded = conversation.upgrade(socket.in());
        }
        if (upgraded) {
            socket.readFrames(listener, receivedNs);
        }
    }

    private void onText(byte[] text, int length, long receivedNs) throws IOException {
        if (length > 0 && text[0] == '{') {
            conversation.onEvent(text, length);
        } else if (order.read(text, length)) {
            long number = triggers.answer(order.clientOrderId());
            if (running != null) {
                running.onOrder(number, receivedNs);
            }
            OrderReply.putAll(socket.out(), scratch, order, orders++);
        }
    }

    @Override
    public void idle() throws IOException {
        if (sleeps) {
            selector.select(key -> {}, 1);
        }
    }

    @Override
    public void idleShortly() {
        if (sleeps) {
            yielding.idle();
        }
    }

    /** Says goodbye to the client. */
    void sayGoodbye() throws IOException {
        socket.sayGoodbye();
    }

    @Override
    public void close() throws IOException {
        selector.close();
        server.close();
        if (socket != null) {
            socket.close();
        }
    }
}
