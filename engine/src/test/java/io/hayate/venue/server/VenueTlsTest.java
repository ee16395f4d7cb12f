package io.hayate.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.venue.TlsConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueLimits;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VenueTlsTest {
    private static final int TIMEOUT_S = 30;
    private static final VenueConfig CONFIG =
            VenueConfig.DEFAULTS.withTickersPerSecond(0).withTls(TlsConfig.MADE);

    private static HttpClient trusting(String pem) throws Exception {
        Certificate certificate =
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("venue", certificate);
        TrustManagerFactory managers =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static String status(HttpClient client, String host, int port) throws Exception {
        URI uri = URI.create("https://" + host + ":" + port + "/v2/platform/status");
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(TIMEOUT_S)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    void shouldBeTrustedByItsAddressAndItsNameWhenItsAuthorityIs() throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(CONFIG)) {
            HttpClient client = trusting(venue.certificatePem());

            assertEquals("[1]", status(client, "127.0.0.1", venue.port()));
            assertEquals("[1]", status(client, "localhost", venue.port()));
        }
    }

    @Test
    void shouldBeTrustedUnderTheOtherAddressOnWhichItListens() throws Exception {
        VenueConfig other = CONFIG.withHost("127.0.0.3");
        try (SimulatedVenue venue = SimulatedVenue.start(other);
                SimulatedVenue open = SimulatedVenue.start(CONFIG.withHost("0.0.0.0"))) {
            HttpClient client = trusting(venue.certificatePem());
            List<?> names =
                    MadeCertificate.at(
                                    Instant.now(),
                                    ListenAddress.of(CONFIG.withHost("localhost").listen())
                                            .certified())
                            .certificate()
                            .getSubjectAlternativeNames()
                            .stream()
                            .map(name -> name.get(1))
                            .toList();

            assertEquals("[1]", status(client, "127.0.0.3", venue.port()));
            assertEquals("[1]", status(trusting(open.certificatePem()), "127.0.0.1", open.port()));
            assertTrue(names.contains("localhost"), names.toString());
        }
    }

    @Test
    void shouldSpeakWebSocketOverTls() throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(CONFIG)) {
            CompletableFuture<String> first = new CompletableFuture<>();
            WebSocket.Listener listener =
                    new WebSocket.Listener() {
                        @Override
                        public CompletionStage<?> onText(
                                WebSocket socket, CharSequence text, boolean last) {
                            first.complete(text.toString());
                            return null;
                        }
                    };
            WebSocket socket =
                    trusting(venue.certificatePem())
                            .newWebSocketBuilder()
                            .buildAsync(venue.url(), listener)
                            .get(TIMEOUT_S, TimeUnit.SECONDS);

            assertEquals("wss", venue.url().getScheme());
            assertTrue(first.get(TIMEOUT_S, TimeUnit.SECONDS).contains("\"event\":\"info\""));
            socket.abort();
        }
    }

    @Test
    void shouldCloseConnectionsWhoseHandshakeOfTlsDoesNotEnd() throws Exception {
        VenueLimits hasty = new VenueLimits(10, 10, 10, 200, 20, 100, 1 << 20, 1 << 20);
        try (SimulatedVenue venue = SimulatedVenue.start(CONFIG.withLimits(hasty));
                RawConnection mute = new RawConnection(venue.port());
                RawConnection half = new RawConnection(venue.port())) {
            half.hex("16030102000100"); // the beginning of a hello

            assertTrue(mute.isAtEnd());
            assertTrue(half.isAtEnd());
        }
    }

    @Test
    void shouldBeTrustedByNobodyWhoDoesNotKnowIt() throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(CONFIG);
                SimulatedVenue other = SimulatedVenue.start(CONFIG)) {
            HttpClient client = trusting(other.certificatePem());

            assertThrows(
                    SSLHandshakeException.class, () -> status(client, "127.0.0.1", venue.port()));
        }
    }

    @Test
    void shouldEndTheConnectionWhenAClientSpeaksNoTls() throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(CONFIG);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), venue.port())) {
            socket.setSoTimeout(TIMEOUT_S * 1_000);
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertTrue(!answer.contains("HTTP"), answer);
        }
    }

    @Test
    void shouldShowTheCertificateThatIsGiven(@TempDir Path dir) throws Exception {
        MadeCertificate made = MadeCertificate.at(Instant.now(), List.of());
        Path certificate =
                Files.writeString(
                        dir.resolve("cert.pem"),
                        pem("CERTIFICATE", made.certificate().getEncoded()));
        Path key =
                Files.writeString(
                        dir.resolve("key.pem"), pem("PRIVATE KEY", made.key().getEncoded()));
        TlsConfig given = new TlsConfig(true, certificate, key);
        try (SimulatedVenue venue = SimulatedVenue.start(CONFIG.withTls(given))) {
            assertNull(venue.certificatePem());
            assertEquals("[1]", status(trusting(made.pem()), "127.0.0.1", venue.port()));
        }
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN "
                + kind
                + "-----\n"
                + Base64.getMimeEncoder().encodeToString(bytes)
                + "\n-----END "
                + kind
                + "-----\n";
    }

    @Test
    void shouldNotStartWhenTheCertificateIsNone(@TempDir Path dir) throws Exception {
        Path text = Files.writeString(dir.resolve("text"), "text");
        TlsConfig none = new TlsConfig(true, text, text);
        TlsConfig missing = new TlsConfig(true, dir.resolve("nope"), text);

        assertTrue(
                assertThrows(
                                ConfigException.class,
                                () -> SimulatedVenue.start(CONFIG.withTls(none)))
                        .getMessage()
                        .startsWith("embedded.tls-cert must hold a certificate"));
        assertEquals(
                "embedded.tls-cert must be a readable file: was " + dir.resolve("nope"),
                assertThrows(
                                ConfigException.class,
                                () -> SimulatedVenue.start(CONFIG.withTls(missing)))
                        .getMessage());
        assertEquals(
                "embedded.tls-key must be given with tls-cert: was not given",
                assertThrows(ConfigException.class, () -> new TlsConfig(true, text, null))
                        .getMessage());
    }
}
