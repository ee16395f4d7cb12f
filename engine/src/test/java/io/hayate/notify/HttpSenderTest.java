package io.hayate.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages over real sockets. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class HttpSenderTest {
    private static final String TOKEN = "123:secret-token";
    private static final int TIMEOUT_MS = 5_000;
    private static final int SHORT_MS = 200;
    private static final News NEWS = News.of(NewsKind.KILL, NewsLevel.ERROR, "\"halted\"\nnow");
    private static final NotifyMessage MESSAGE =
            new NotifyMessage("Hayate", NEWS, "\"halted\"\nnow", 1, 1_000);

    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LocalServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Delivery send(TargetKind kind, String address, String content, int timeoutMs) {
        NotifyTarget target =
                new NotifyTarget("it", kind, address, content, List.of(), TOKEN, timeoutMs);
        return new HttpSender(target).send(MESSAGE);
    }

    private Delivery webhook() {
        return send(TargetKind.WEBHOOK, server.url() + "/hook", JsonTemplate.DEFAULT, TIMEOUT_MS);
    }

    @Test
    void shouldFillTheTemplateOfAWebhookAndBearTheToken() throws InterruptedException {
        assertTrue(webhook().isTaken());

        LocalServer.Asked asked = server.next();
        assertEquals("/hook", asked.path());
        assertEquals("Bearer " + TOKEN, asked.authorization());
        assertEquals("{\"title\":\"Hayate\",\"text\":\"\\\"halted\\\"\\nnow\"}", asked.body());
    }

    @Test
    void shouldPutTheTokenIntoTheAddressWhereThatHasAPlaceForIt() throws InterruptedException {
        String address = server.url() + "/services/{{token}}";
        assertTrue(send(TargetKind.WEBHOOK, address, "{}", TIMEOUT_MS).isTaken());

        LocalServer.Asked asked = server.next();
        assertEquals("/services/" + TOKEN, asked.path());
        assertEquals(null, asked.authorization());
    }

    @Test
    void shouldAskTelegramToSendAMessageToTheChat() throws InterruptedException {
        assertTrue(send(TargetKind.TELEGRAM, server.url(), "-42", TIMEOUT_MS).isTaken());

        LocalServer.Asked asked = server.next();
        assertEquals("/bot" + TOKEN + "/sendMessage", asked.path());
        assertEquals(
                "{\"chat_id\":\"-42\",\"text\":\"Hayate\\n\\\"halted\\\"\\nnow\"}", asked.body());
    }

    @Test
    void shouldPublishTheTextToATopicOfNtfy() throws InterruptedException {
        assertTrue(send(TargetKind.NTFY, server.url() + "/topic", "", TIMEOUT_MS).isTaken());

        LocalServer.Asked asked = server.next();
        assertEquals("/topic", asked.path());
        assertEquals("Hayate", asked.title());
        assertEquals("\"halted\"\nnow", asked.body());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void shouldTryAgainLaterWhenTheServerIsInTrouble(int status) {
        server.answer(status, "busy").retryAfter("7");

        assertEquals(new Delivery(Delivery.Outcome.LATER, status + " - busy", 7_000), webhook());
    }

    @Test
    void shouldWaitAsTelegramSaysInItsAnswer() {
        server.answer(429, "{\"ok\":false,\"parameters\":{\"retry_after\":35}}");

        assertEquals(35_000, webhook().retryAfterMs());
    }

    /** By the clock of the server, whose answers have a date. */
    @Test
    void shouldWaitUntilTheDateThatTheServerNames() {
        server.answer(503, "").retryAfter("Tue, 01 Jan 2999 00:00:00 GMT");

        assertEquals(999_999_000, webhook().retryAfterMs(), "as long as digits may say");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wed, 21 Oct 2015 07:28:00 GMT", "Wed, 99 Oct 2026 GMT", "soon"})
    void shouldBackOffAsUsualWhenRetryAfterIsNeitherNumberNorADateToCome(String text) {
        server.answer(503, "").retryAfter(text);

        assertEquals(new Delivery(Delivery.Outcome.LATER, "503", 0), webhook());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404})
    void shouldGiveUpWhenTheServerRefuses(int status) {
        server.answer(status, "no\nsuch \u001b[2J chat");

        assertEquals(Delivery.refused(status + " - no such \\u001b[2J chat"), webhook());
    }

    @Test
    void shouldNotRepeatItsTokenWhenTheServerDoes() {
        server.answer(401, "unknown token " + TOKEN);

        assertEquals(Delivery.refused("401 - unknown token ****"), webhook());
    }

    @Test
    void shouldNotFollowARedirect() {
        server.answer(302, "").location(server.url() + "/elsewhere");

        assertEquals(Delivery.refused("302"), webhook());
        assertEquals(1, server.count());
    }

    @Test
    void shouldTryAgainLaterWhenNobodyListens() {
        String address = server.url();
        server.close();

        assertEquals(
                Delivery.later("connection refused"),
                send(TargetKind.NTFY, address + "/topic", "", TIMEOUT_MS));
    }

    @Test
    void shouldTryAgainLaterWhenTheServerHangs() throws IOException {
        try (ServerSocket hanging = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertEquals(
                    Delivery.later("no answer within 200ms"),
                    send(TargetKind.NTFY, url(hanging), "", SHORT_MS));
        }
    }

    @Test
    void shouldTryAgainLaterWhenTheAnswerIsGarbage() throws Exception {
        Delivery delivery = answered("\u0000\u0001 what?\r\n\r\n");

        assertEquals(Delivery.Outcome.LATER, delivery.outcome());
        assertTrue(delivery.why().startsWith("no answer of HTTP"), delivery.why());
    }

    @Test
    void shouldReadNoMoreThanTheStartWhenAnAnswerDoesNotEnd() throws Exception {
        Delivery delivery = answered("HTTP/1.1 404 Not Found\r\n\r\n" + "for ever ".repeat(1_000));

        assertEquals(Delivery.Outcome.REFUSED, delivery.outcome());
        assertTrue(delivery.why().length() < 200, delivery.why());
        assertFalse(delivery.why().contains(TOKEN));
    }

    /** What comes of these bytes, behind which the server keeps the connection open. */
    private static Delivery answered(String answer) throws Exception {
        try (ServerSocket raw = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Delivery> delivery =
                    CompletableFuture.supplyAsync(
                            () -> send(TargetKind.NTFY, url(raw), "", TIMEOUT_MS));
            try (Socket socket = raw.accept()) {
                socket.getInputStream().read(new byte[1_024]);
                OutputStream out = socket.getOutputStream();
                out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                return delivery.get();
            }
        }
    }

    private static String url(ServerSocket socket) {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/topic";
    }
}
