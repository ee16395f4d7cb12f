package io.hayate.rehearsal;

import io.hayate.model.ChannelSpec;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The venue of a rehearsal: takes one connection on loopback, says what a venue says to begin with,
 * and then a {@link StagePlay}, as fast as it gets its orders. It listens on a port of its own from
 * the constructor on; a thread named {@code stage} does the rest until {@link #close}.
 */
final class RehearsalVenue implements Closeable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final List<ChannelSpec> channels;
    private final boolean numbered;
    private final long ordersMax;
    private final ServerSocket listener;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "stage");
    private Socket socket; // guarded by this
    private boolean closed; // guarded by this
    private volatile boolean done;

    /**
     * A venue that listens.
     *
     * @param channels what the client is going to subscribe, a ticker of a market among them
     * @param numbered whether frames carry sequence numbers, if the client asks for them
     * @param ordersMax after how many orders it falls silent
     * @throws IOException when this machine has no loopback to listen on
     */
    RehearsalVenue(List<ChannelSpec> channels, boolean numbered, long ordersMax)
            throws IOException {
        this.channels = channels;
        this.numbered = numbered;
        this.ordersMax = ordersMax;
        listener = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK));
        thread.setDaemon(true);
        thread.start();
    }

    URI url() {
        return URI.create("ws://127.0.0.1:" + listener.getLocalPort() + "/ws/2");
    }

    /** Lets it begin, once the client is live and its strategy listens. */
    void begin() {
        begun.countDown();
    }

    /** True once all has been played, or the connection is gone. */
    boolean isDone() {
        return done;
    }

    private void run() {
        try (StageSocket client = accept()) {
            client.shakeHands();
            StagePlay play = new StagePlay(client, channels, numbered, ordersMax);
            play.welcome();
            begun.await();
            play.play();
            done = true;
            while (client.read() != null) {
                // It says goodbye when it is ready.
            }
        } catch (IOException e) {
            // Closed, by either side: the rehearsal is over.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            done = true;
        }
    }

    private StageSocket accept() throws IOException {
        Socket accepted = listener.accept();
        synchronized (this) {
            socket = accepted;
            if (closed) {
                accepted.close();
            }
        }
        return new StageSocket(accepted);
    }

    /** Drops the connection, wherever it is. */
    void abandon() {
        synchronized (this) {
            closed = true;
            closeQuietly(socket);
        }
        closeQuietly(listener);
        begun.countDown();
    }

    @Override
    public void close() {
        abandon();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(Closeable socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // Nothing is kept that could be lost.
        }
    }
}
