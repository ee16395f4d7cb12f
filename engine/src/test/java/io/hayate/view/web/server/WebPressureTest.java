package io.hayate.view.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that ask for much, take nothing, or are many. */
@Timeout(60)
class WebPressureTest {
    private static final int PIPELINED = 6_000;
    private static final int SMALL_BUFFER = 4_096;
    private static final WebConfig CONFIG =
            new WebConfig(true, "127.0.0.1", 0, List.of(), null, WebRig.TOKEN);

    private WebRig rig;

    private void start() {
        start(WebLimits.DEFAULTS);
    }

    private void start(WebLimits limits) {
        rig = new WebRig(CONFIG, limits);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private boolean isLive() throws IOException {
        return WebRig.status(rig.ask("GET /live HTTP/1.1")) == 200;
    }

    /** A client that takes little at once, and waits for nothing. */
    private SocketChannel slowClient() throws IOException {
        SocketChannel client = SocketChannel.open();
        client.socket().setReceiveBufferSize(SMALL_BUFFER);
        client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), rig.server.port()));
        client.configureBlocking(false);
        return client;
    }

    /** Writes until the server, which turned in between, takes no more; what was left over. */
    private int flood(SocketChannel client, String request, int times) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.wrap(request.repeat(times).getBytes(StandardCharsets.US_ASCII));
        int idleTurns = 0;
        while (bytes.hasRemaining() && idleTurns < 10) {
            idleTurns = client.write(bytes) == 0 ? idleTurns + 1 : 0;
            assertTrue(isLive());
        }
        return bytes.remaining();
    }

    @Test
    void shouldHoldOneAnswerForWhoPipelinesAndReadsNothing() throws IOException {
        start();
        try (SocketChannel client = slowClient()) {
            String request = "GET /large HTTP/1.1\r\n" + rig.host() + "\r\n\r\n";
            flood(client, request, PIPELINED);
            for (int i = 0; i < 100; i++) {
                assertTrue(isLive());
            }

            long unsent = rig.onWeb(rig.server::unsentBytes);
            assertTrue(unsent < 2 * WebRig.LARGE_BYTES, unsent + " bytes");
            assertTrue(rig.large.get() < 200, rig.large + " answers were made");
        }
    }

    @Test
    void shouldAnswerAllThatWasPipelinedToWhoReads() throws IOException {
        start();
        try (Socket client = rig.connect()) {
            for (int i = 0; i < 300; i++) {
                WebRig.write(client, "GET /live HTTP/1.1", rig.host());
            }
            WebRig.write(client, "GET /none HTTP/1.1", rig.host(), "Connection: close");

            String answers = WebRig.rest(client);

            assertEquals(300, answers.split("seen /live", -1).length - 1);
            assertTrue(answers.contains("401 "), "the last one");
        }
    }

    @Test
    void shouldHangUpOnWhoNeverReads() throws IOException {
        start(new WebLimits(8, 200));
        try (SocketChannel client = slowClient()) {
            String request = "GET /large HTTP/1.1\r\n" + rig.host() + "\r\n\r\n";
            flood(client, request, PIPELINED);

            while (rig.onWeb(rig.server::unsentBytes) > 0) {
                assertTrue(isLive());
            }
            assertTrue(rig.large.get() < 200, "it has gone, and nothing was read of the rest");
        }
    }

    @Test
    void shouldHangUpOnARequestThatDripsOverASocket() throws IOException {
        start(new WebLimits(8, 200));
        try (SocketChannel client = slowClient()) {
            ByteBuffer head =
                    ByteBuffer.wrap("GET / HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            client.write(head);
            ByteBuffer end = ByteBuffer.allocate(SMALL_BUFFER);
            boolean isOpen = true;
            while (isOpen) {
                assertTrue(isLive());
                isOpen = drip(client, end);
            }
            assertEquals(0, end.position(), "nothing was answered");
        }
    }

    private static boolean drip(SocketChannel client, ByteBuffer answer) {
        try {
            client.write(ByteBuffer.wrap(new byte[] {'a'}));
            return client.read(answer) >= 0;
        } catch (IOException e) {
            return false; // by a reset
        }
    }

    @Test
    void shouldDropTheStrangerThatCameFirstWhereThereIsNoRoom() throws IOException {
        start(new WebLimits(4, 1_000_000));
        List<Socket> strangers = new ArrayList<>();
        try (Socket known = rig.connect()) {
            WebRig.write(known, "GET /state HTTP/1.1", rig.host(), WebRig.token());
            WebRig.readUntil(known.getInputStream(), "seen /state");
            for (int i = 0; i < 1_000; i++) {
                strangers.add(rig.connect());
                if (i >= 3) {
                    assertTrue(WebRig.hangsUp(strangers.get(i - 3)), "stranger " + (i - 3));
                }
            }
            assertTrue(isLive());
            WebRig.write(known, "GET /again HTTP/1.1", rig.host(), WebRig.token());
            WebRig.readUntil(known.getInputStream(), "seen /again");
        } finally {
            for (Socket each : strangers) {
                each.close();
            }
        }
    }

    @Test
    void shouldKeepAllWhoAreKnownAndTakeNobodyBeyond() throws IOException {
        start(new WebLimits(2, 1_000_000));
        List<Socket> known = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            known.add(rig.connect());
            WebRig.write(known.get(i), "GET /state HTTP/1.1", rig.host(), WebRig.token());
            WebRig.readUntil(known.get(i).getInputStream(), "seen /state");
        }

        try (Socket beyond = rig.connect()) {
            assertTrue(WebRig.hangsUp(beyond));
        }
        for (Socket each : known) {
            WebRig.write(each, "GET /again HTTP/1.1", rig.host(), WebRig.token());
            WebRig.readUntil(each.getInputStream(), "seen /again");
            each.close();
        }
    }

    private Socket listener() throws IOException {
        Socket socket = rig.connect();
        WebRig.write(socket, "GET /events HTTP/1.1", rig.host(), WebRig.token());
        WebRig.readUntil(socket.getInputStream(), "data: first");
        return socket;
    }

    @Test
    void shouldTakeSoManyStreamsAndNoMore() throws IOException {
        start();
        List<Socket> listeners = new ArrayList<>();
        try {
            for (int i = 0; i < EventStreams.STREAMS_MAX; i++) {
                listeners.add(listener());
            }
            String beyond = rig.ask("GET /events HTTP/1.1" + WebRig.bearer());
            assertEquals(503, WebRig.status(beyond));
            assertTrue(beyond.endsWith("too many browsers listen\n"), beyond);
            listeners.remove(0).close();
            int status = 503;
            while (status == 503) { // until the server has seen that one go
                try (Socket again = rig.connect()) {
                    WebRig.write(again, "GET /events HTTP/1.1", rig.host(), WebRig.token());
                    String head = WebRig.readUntil(again.getInputStream(), "\r\n");
                    status = WebRig.status(head);
                }
            }
            assertEquals(200, status);
        } finally {
            for (Socket each : listeners) {
                each.close();
            }
        }
    }

    @Test
    void shouldDropABrowserThatTakesNoEventsAndKeepTheOthers() throws Exception {
        start();
        CountDownLatch gone = new CountDownLatch(1);
        String event = "data: " + "a".repeat(200_000) + "\n\n";
        try (SocketChannel stuck = slowClient();
                Socket reading = listener()) {
            String head = "GET /events HTTP/1.1\r\n" + rig.host() + "\r\n" + WebRig.token();
            stuck.write(ByteBuffer.wrap((head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)));
            while (rig.onWeb(rig.server::listeners) < 2) {
                assertTrue(isLive());
            }
            long each = EventStreams.STUCK_NS / 100;
            rig.server.every(
                    1,
                    () -> {
                        if (rig.server.dropped() == 0) {
                            rig.timeNs.addAndGet(each);
                            rig.server.send(event);
                        } else {
                            gone.countDown();
                        }
                    });
            Thread reader = new Thread(() -> drain(reading));
            reader.setDaemon(true);
            reader.start();

            gone.await();

            assertEquals(1, rig.onWeb(rig.server::listeners));
        }
    }

    private static void drain(Socket socket) {
        byte[] bytes = new byte[1 << 16];
        try {
            while (socket.getInputStream().read(bytes) >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            // closed by the test
        }
    }

    @Test
    void shouldAnswerAllElseWhileASlowAnswerIsMade() throws IOException {
        start();
        List<Socket> waiting = new ArrayList<>();
        for (int i = 0; i <= SlowAnswers.WAITING_MAX; i++) {
            waiting.add(rig.connect());
            WebRig.write(
                    waiting.get(i),
                    "GET /slow HTTP/1.1",
                    rig.host(),
                    WebRig.token(),
                    "Connection: close");
            assertTrue(isLive());
        }

        String busy = "";
        while (!busy.contains("503 ")) { // the one that is made may still have been in the queue
            Socket more = rig.connect();
            WebRig.write(more, "GET /slow HTTP/1.1", rig.host(), WebRig.token());
            waiting.add(more);
            more.setSoTimeout(0);
            assertTrue(isLive());
            busy =
                    more.getInputStream().available() > 0
                            ? WebRig.readUntil(more.getInputStream(), "try it again")
                            : "";
        }
        assertTrue(busy.contains("retry-after: 1"), busy);
        assertEquals(200, WebRig.status(rig.ask("GET /metrics HTTP/1.1" + WebRig.bearer())));
        rig.slow.countDown();

        assertTrue(WebRig.rest(waiting.get(0)).endsWith("seen /slow"));
        for (Socket each : waiting) {
            each.close();
        }
    }
}
