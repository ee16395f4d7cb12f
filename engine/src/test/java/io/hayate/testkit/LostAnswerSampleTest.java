package io.hayate.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The sample of the test kit in engine/README.md. */
class LostAnswerSampleTest {
    private static final String PING = "{\"event\":\"ping\",\"cid\":1}";

    // README: begin
    @Test
    @Venue(faults = "dropped type=pong nth=1", seed = 7)
    void shouldAskAgainWhenAPongIsLost(TestVenue venue) throws Exception {
        try (PingClient client = new PingClient(venue.url())) { // yours
            assertEquals(2, client.pingUntilAnswered());
        }

        assertEquals(1, venue.faults().get(0).made());
    }

    @Test
    @Venue(tickersPerSecond = 0)
    void shouldHearOfSilenceAfterFifteenSeconds(VirtualVenue venue) {
        VirtualVenue.Client client = venue.connect();
        client.send("{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tBTCUSD\"}");
        client.take();
        venue.fault("silent from=20s");

        venue.advance(Duration.ofSeconds(60)); // no time at all

        assertEquals(1, client.take().size()); // the heartbeat at 15 s
    }

    // README: end

    @Test
    void shouldStandInReadmeAsItIs() throws Exception {
        String source =
                Files.readString(
                        Path.of("src/test/java/io/hayate/testkit/LostAnswerSampleTest.java"));
        String sample = source.split("// README: begin\n", 2)[1].split("    // README: end", 2)[0];

        String readme = Files.readString(Path.of("README.md"));

        assertTrue(readme.contains(sample.stripTrailing().stripIndent().strip()));
    }

    /** A client of five lines. */
    private static final class PingClient implements WebSocket.Listener, AutoCloseable {
        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final WebSocket socket;

        PingClient(URI url) {
            socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(url, this).join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            texts.add(data.toString());
            webSocket.request(1);
            return null;
        }

        /** How many pings it took. */
        int pingUntilAnswered() throws InterruptedException {
            for (int pings = 1; ; pings++) {
                socket.sendText(PING, true).join();
                socket.sendText("{\"event\":\"nope\"}", true).join(); // answered in any case
                String next = texts.poll(30, TimeUnit.SECONDS);
                while (next != null && !next.contains("event: invalid")) {
                    if (next.contains("\"pong\"")) {
                        return pings;
                    }
                    next = texts.poll(30, TimeUnit.SECONDS);
                }
            }
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}
