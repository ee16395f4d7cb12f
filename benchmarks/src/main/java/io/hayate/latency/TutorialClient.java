package io.hayate.latency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hayate.transport.tls.RunCertificate;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * The tutorial's design in Java: the JDK's own WebSocket, and one callback that does it all: parses
 * the message into a tree, keeps the ticker in a map, decides, and sends.
 */
final class TutorialClient implements WebSocket.Listener {
    private static final int LAST = 6;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<Integer, JsonNode> tickers = new HashMap<>();
    private final StringBuilder message = new StringBuilder();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final int symbols;
    private CompletableFuture<WebSocket> sending = new CompletableFuture<>();

    private TutorialClient(int symbols) {
        this.symbols = symbols;
    }

    @Override
    public void onOpen(WebSocket socket) {
        sending.complete(socket);
        send(ClientTexts.AUTH);
        for (int i = 0; i < symbols; i++) {
            send(ClientTexts.subscribe(i));
        }
        socket.request(1);
    }

    /** The JDK takes the next text once the one before has left. */
    private void send(String text) {
        sending = sending.thenCompose(socket -> socket.sendText(text, true));
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        message.append(data);
        if (last) {
            onMessage(message.toString());
            message.setLength(0);
        }
        socket.request(1);
        return null;
    }

    private void onMessage(String text) {
        JsonNode node = parse(text);
        JsonNode row = node.path(1);
        if (node.path(0).asInt() != 0 && row.isArray()) {
            tickers.put(node.get(0).asInt(), row);
            double price = row.get(LAST).asDouble();
            if (ClientTexts.isTrigger(price)) {
                send(ClientTexts.order((long) price));
            }
        }
    }

    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closed.countDown();
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        System.err.println("tutorial: " + error);
        closed.countDown();
    }

    /** Arguments: port, number of symbols, and on wss the certificate to trust. */
    public static void main(String[] arguments) throws Exception {
        TutorialClient client = new TutorialClient(Integer.parseInt(arguments[1]));
        HttpClient.Builder http =
                HttpClient.newBuilder()
                        .executor(
                                Executors.newSingleThreadExecutor(
                                        task -> new Thread(task, "callback")));
        String scheme = arguments.length > 2 ? "wss" : "ws";
        if (arguments.length > 2) {
            http.sslContext(RunCertificate.trusting(Path.of(arguments[2])));
        }
        http.build()
                .newWebSocketBuilder()
                .buildAsync(URI.create(scheme + "://127.0.0.1:" + arguments[0] + "/ws/2"), client)
                .join();
        client.closed.await();
        System.exit(0);
    }
}
