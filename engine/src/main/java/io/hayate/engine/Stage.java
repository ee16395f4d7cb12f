package io.hayate.engine;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The venue of a rehearsal: takes one connection on loopback, says what a venue says to begin with,
 * and then sends tickers as fast as it gets an order for each that asks for one. Every order is
 * filled. It listens on a port of its own from the constructor on; a thread named {@code stage} does
 * the rest until {@link #close}.
 */
final class Stage implements Closeable {
    private static final int BATCH_KINDS = 4;
    private static final int FLOOD_BATCHES = 256; // one in so many is a flood
    private static final int FLOOD_TICKERS = 1_000; // more than a ring takes
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final long FIRST_CHANNEL = 94_663;
    private static final String AUTH_OK =
            "{\"event\":\"auth\",\"status\":\"OK\",\"chanId\":0,\"userId\":1,\"auth_id\":\"stage\","
                    + "\"caps\":{\"orders\":{\"read\":1,\"write\":1}}}";

    private final List<String> symbols;
    private final boolean numbered;
    private final long ordersMax;
    private final ServerSocket listener;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final List<Integer> markets = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "stage");
    private Socket socket; // guarded by this
    private boolean closed; // guarded by this
    private volatile boolean done;

    private StageSocket client;
    private StageFrames frames;
    private long orders;
    private int next;

    /**
     * A venue that listens.
     *
     * @param numbered whether frames carry sequence numbers, if the client asks for them
     * @param ordersMax after how many orders it falls silent
     * @throws IOException when this machine has no loopback to listen on
     */
    Stage(List<String> symbols, boolean numbered, long ordersMax) throws IOException {
        this.symbols = symbols;
        this.numbered = numbered;
        this.ordersMax = ordersMax;
        listener = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK));
        for (int i = 0; i < symbols.size(); i++) {
            if (!isFunding(i)) {
                markets.add(i);
            }
        }
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

    private boolean isFunding(int index) {
        return symbols.get(index).startsWith("f");
    }

    private void run() {
        try (StageSocket accepted = accept()) {
            client = accepted;
            client.shakeHands();
            frames = new StageFrames(client, numbered);
            welcome();
            begun.await();
            play();
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

    private void welcome() throws IOException {
        frames.event("{\"event\":\"info\",\"version\":2,\"platform\":{\"status\":1}}");
        client.flush();
        int subscribed = 0;
        while (subscribed < symbols.size()) {
            String request = client.read();
            if (request == null) {
                throw new IOException("the client has left");
            }
            if (request.contains("\"auth\"")) {
                frames.event(AUTH_OK);
                frames.snapshots();
            } else if (request.contains("\"subscribe\"")) {
                subscribed++;
                subscribe(StageFrames.after(request, "\"symbol\":\"", '"'));
            } else if (numbered) {
                frames.event("{\"event\":\"conf\",\"status\":\"OK\",\"flags\":65536}");
            }
            client.flush();
        }
    }

    private void subscribe(String symbol) throws IOException {
        frames.event(
                "{\"event\":\"subscribed\",\"channel\":\"ticker\",\"chanId\":"
                        + (FIRST_CHANNEL + symbols.indexOf(symbol))
                        + ",\"symbol\":\""
                        + symbol
                        + "\"}");
    }

    private void play() throws IOException {
        if (markets.isEmpty()) {
            playTickers();
            return;
        }
        for (int batch = 0; orders < ordersMax; batch++) {
            boolean flood = batch % FLOOD_BATCHES == FLOOD_BATCHES - 1;
            int cues = flood ? 1 : 1 + batch % BATCH_KINDS;
            for (int i = 0; i < cues; i++) {
                sendTickers(flood ? FLOOD_TICKERS : batch % BATCH_KINDS);
                int market = markets.get(batch % markets.size());
                frames.ticker(FIRST_CHANNEL + market, false, true);
            }
            client.flush();
            answer(cues);
        }
        client.flush();
    }

    /** Without a market there is nothing to order. */
    private void playTickers() throws IOException {
        for (long i = 0; i < ordersMax; i++) {
            sendTickers(BATCH_KINDS);
            client.flush();
        }
    }

    private void sendTickers(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next = next + 1 == symbols.size() ? 0 : next + 1;
            frames.ticker(FIRST_CHANNEL + next, isFunding(next), false);
        }
    }

    /** Answers so many orders, now and then at once, else with the tickers that follow. */
    private void answer(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            String order = readOrder();
            orders++;
            frames.fill(order);
        }
        if (orders % 2 == 0) {
            frames.heartbeat(0);
            frames.heartbeat(FIRST_CHANNEL);
            client.flush();
        }
    }

    /** The next order; a question for the time before it is answered. */
    private String readOrder() throws IOException {
        String request = client.read();
        while (request != null && request.startsWith("{")) {
            String cid = StageFrames.after(request, "\"cid\":", '}');
            frames.event("{\"event\":\"pong\",\"ts\":1721977293000,\"cid\":" + cid + "}");
            client.flush();
            request = client.read();
        }
        if (request == null) {
            throw new IOException("the client has left");
        }
        return request;
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
