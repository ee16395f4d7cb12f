package io.hayate.venue.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A client that is not ours: the JDK's WebSocket, with the frames it got in a queue. */
public final class VenueClient implements WebSocket.Listener, AutoCloseable {
    static final String INFO_START = "{\"event\":\"info\",\"version\":2,";

    private static final long TIMEOUT_S = 30;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final BlockingQueue<String> pongs = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private VenueClient(URI url) throws Exception {
        socket = HTTP.newWebSocketBuilder().buildAsync(url, this).get(TIMEOUT_S, TimeUnit.SECONDS);
    }

    /** A connection whose first frame is still to be read. */
    public static VenueClient open(URI url) throws Exception {
        return new VenueClient(url);
    }

    /** A connection that has read its {@code info}. */
    public static VenueClient connect(SimulatedVenue venue) throws Exception {
        VenueClient client = open(venue.url());
        client.skipTo(INFO_START);
        return client;
    }

    /** A connection that has read its {@code info} and is in the account. */
    public static VenueClient authenticated(SimulatedVenue venue, long nonce) throws Exception {
        VenueClient client = connect(venue);
        client.send(auth(SimulatedVenue.DEMO_KEY, SimulatedVenue.DEMO_SECRET, nonce, ""));
        client.skipTo("[0,\"bu\"");
        return client;
    }

    /** An {@code auth} request; {@code more} is appended to its keys. */
    public static String auth(String key, String secret, long nonce, String more) {
        String payload = "AUTH" + nonce;
        return "{\"event\":\"auth\",\"apiKey\":\"%s\",\"authSig\":\"%s\",\"authNonce\":%d,"
                        .formatted(key, sign(secret, payload), nonce)
                + "\"authPayload\":\"%s\"%s}".formatted(payload, more);
    }

    public static String sign(String secret, String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA384");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA384"));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(partial.toString());
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
        pongs.add(StandardCharsets.US_ASCII.decode(message).toString());
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }

    public VenueClient send(String text) throws Exception {
        socket.sendText(text, true).get(TIMEOUT_S, TimeUnit.SECONDS);
        return this;
    }

    /** Sends one text as so many fragments, each of them this part. */
    VenueClient sendFragments(String part, int count) throws Exception {
        String[] parts = new String[count];
        Arrays.fill(parts, part);
        return sendFragments(parts);
    }

    VenueClient sendFragments(String... parts) throws Exception {
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            socket.sendText(parts[i], last).get(TIMEOUT_S, TimeUnit.SECONDS);
        }
        return this;
    }

    String ping(String text) throws Exception {
        ByteBuffer message = StandardCharsets.US_ASCII.encode(text);
        socket.sendPing(message).get(TIMEOUT_S, TimeUnit.SECONDS);
        return pongs.poll(TIMEOUT_S, TimeUnit.SECONDS);
    }

    /** The next frame. */
    public String next() throws Exception {
        String frame = frames.poll(TIMEOUT_S, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("no frame came");
        }
        return frame;
    }

    public List<String> next(int count) throws Exception {
        List<String> read = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            read.add(next());
        }
        return read;
    }

    /** The next frame that starts like this; what comes before is skipped. */
    public String skipTo(String start) throws Exception {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_S);
        String frame = next();
        while (!frame.startsWith(start)) {
            if (System.nanoTime() > deadlineNs) {
                throw new AssertionError("no " + start + " came, but at last " + frame);
            }
            frame = next();
        }
        return frame;
    }

    /** Sends a ping and answers all frames that come before its pong. */
    public List<String> framesBeforePong() throws Exception {
        send("{\"event\":\"ping\",\"cid\":\"fence\"}");
        List<String> read = new ArrayList<>();
        for (String frame = next(); !frame.endsWith("\"cid\":\"fence\"}"); frame = next()) {
            read.add(frame);
        }
        return read;
    }

    /** Waits for the end of the connection: a close code, or 1006 without a closing frame. */
    public int closeCode() throws InterruptedException, TimeoutException {
        try {
            return closed.get(TIMEOUT_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return 1006;
        }
    }

    /** Closes with 1000 and answers with what the venue says to it. */
    public int closeGracefully() throws Exception {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(TIMEOUT_S, TimeUnit.SECONDS);
        return closeCode();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
