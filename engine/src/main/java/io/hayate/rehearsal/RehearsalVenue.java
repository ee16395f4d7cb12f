package io.hayate.rehearsal;

import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Clocks;
import io.hayate.venue.BookConfig;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.FrameFault;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueListener;
import io.hayate.venue.exchange.Exchange;
import io.hayate.venue.exchange.VenueControls;
import io.hayate.venue.session.VenueSession;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The embedded exchange on a loopback socket of its own, for one client, in a hurry: between two looks
 * at what the client sent its time goes on by a step, so that tickers, bursts, statuses and heartbeats
 * come as fast as the client takes them, in the order and proportion in which they always come. The
 * time of the wall, which frames tell, stays the real one.
 *
 * <p>It listens from the constructor on; a thread named {@code rehearsal} does the rest until {@link
 * #close}.
 */
final class RehearsalVenue implements Closeable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final long SEED = 1_755_757_983_971L;
    private static final int[] STEPS_MS = {9, 25, 42, 84}; // of one ticker, some and many
    private static final double TICKERS_PER_SECOND = 120; // of all symbols together
    private static final BookConfig BOOKS = new BookConfig(100, 200, 100);
    private static final int HEARTBEAT_MS = 1_000;
    private static final int WRONG_CHECKSUM_EVERY = 11; // of any number of books no one is spared
    private static final int STATUS_STEPS = 8; // from one to the next
    private static final int FLOOD_STEPS = 500; // likewise
    private static final int FLOOD_TICKERS = 1_000; // more than a ring takes

    private final Clocks clocks;
    private final Exchange exchange;
    private final VenueControls controls;
    private final int floodRounds;
    private final ServerSocket listener;
    private final Thread thread = new Thread(this::run, "rehearsal");
    private long timeNs;
    private int steps;
    private Socket socket; // guarded by this
    private boolean closed; // guarded by this
    private volatile boolean gone;

    /**
     * A venue that listens.
     *
     * @param config as {@link #config} makes it
     * @param hearsFlags whether frames carry sequence numbers, times and checksums, if the client asks for
     *     them
     * @throws IOException when this machine has no loopback to listen on
     */
    RehearsalVenue(VenueConfig config, boolean hearsFlags, Clocks clocks) throws IOException {
        this.clocks = clocks;
        exchange = new Exchange(config, VenueListener.NONE, clocks.epoch().time(), timeNs);
        controls = exchange.controls(Runnable::run);
        floodRounds = FLOOD_TICKERS / config.symbols().size();
        if (!hearsFlags) {
            controls.holdAnswers("conf");
        }
        listener = new ServerSocket(config.listen().port(), 1, InetAddress.getByAddress(LOOPBACK));
        thread.setDaemon(true);
        thread.start();
    }

    /** Settings with which these channels can be subscribed. */
    static VenueConfig config(List<ChannelSpec> channels) {
        List<String> symbols = RehearsedChannels.symbolsOf(channels);
        return VenueConfig.DEFAULTS
                .withSeed(SEED)
                .withSymbols(symbols)
                .withTickersPerSecond(TICKERS_PER_SECOND / symbols.size())
                .withSubscriptionsMax(channels.size() + 1)
                .withHeartbeatMs(HEARTBEAT_MS)
                .withBooks(BOOKS)
                .withFaults(FaultConfig.NONE.with(FrameFault.WRONG_CHECKSUM, WRONG_CHECKSUM_EVERY));
    }

    URI url() {
        return URI.create("ws://127.0.0.1:" + listener.getLocalPort() + "/ws/2");
    }

    /** True once its client is gone. */
    boolean isGone() {
        return gone;
    }

    private void run() {
        try (RehearsalSocket client = accept()) {
            client.shakeHands();
            serve(client, exchange.onConnected(client, "the rehearsal"));
        } catch (IOException | UncheckedIOException e) {
            // Closed, by either side: the rehearsal is over.
        } finally {
            gone = true;
        }
    }

    private RehearsalSocket accept() throws IOException {
        Socket accepted = listener.accept();
        synchronized (this) {
            socket = accepted;
            if (closed) {
                accepted.close();
            }
        }
        return new RehearsalSocket(accepted);
    }

    /** Until the client says goodbye. */
    private void serve(RehearsalSocket client, VenueSession session) throws IOException {
        client.flush();
        while (!client.awaitText() || take(client, session)) {
            if (exchange.feedCount() > 0) { // until then time stands still
                step();
            }
            client.flush();
        }
    }

    /** Takes all that has come; false when it was a goodbye. */
    private boolean take(RehearsalSocket client, VenueSession session) throws IOException {
        do {
            String text = client.read();
            if (text == null) {
                return false;
            }
            exchange.onText(session, text);
        } while (client.hasText());
        return true;
    }

    private void step() {
        timeNs += TimeUnit.MILLISECONDS.toNanos(STEPS_MS[steps % STEPS_MS.length]);
        steps++;
        exchange.onTime(clocks.epoch().time(), timeNs);
        if (steps % STATUS_STEPS == 0) {
            controls.data().sendSnapshots(Channel.STATUS);
            controls.liquidate(RehearsedChannels.DERIVATIVE);
        }
        if (steps % FLOOD_STEPS == 0) {
            controls.advance(floodRounds);
        }
    }

    /** Drops the connection, wherever it is, and stops. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            closeQuietly(socket);
        }
        closeQuietly(listener);
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
