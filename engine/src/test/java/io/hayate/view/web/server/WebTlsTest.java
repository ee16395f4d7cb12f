package io.hayate.view.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.transport.tls.TestCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WebTlsTest {
    @TempDir Path folder;

    private TestCertificate certificate;

    @BeforeEach
    void makeCertificate() throws Exception {
        certificate = new TestCertificate(folder, "localhost", "dns:localhost,ip:127.0.0.1");
    }

    /** Off loopback: nobody else is to reach a server of a test, but any address is one of this machine. */
    private WebRig start(String host) throws Exception {
        WebConfig.Tls tls = new WebConfig.Tls(certificate.pem(), certificate.keyPem());
        return new WebRig(
                new WebConfig(true, host, 0, List.of(), tls, WebRig.TOKEN), WebLimits.DEFAULTS);
    }

    private Socket connect(WebRig rig) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(certificate.pem())) {
            trusted.setCertificateEntry(
                    "web", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), rig.server.port());
    }

    private String ask(WebRig rig, String... lines) throws Exception {
        try (Socket socket = connect(rig)) {
            WebRig.write(socket, lines);
            return WebRig.rest(socket);
        }
    }

    @Test
    void shouldServeOffLoopbackOverTlsAlone() throws Exception {
        try (WebRig rig = start("0.0.0.0")) {
            String host = "Host: localhost:" + rig.server.port();
            String live = ask(rig, "GET /live HTTP/1.1", host, "Connection: close");
            assertTrue(live.endsWith("seen /live"), live);
            String state = ask(rig, "GET /x HTTP/1.1", host, "Connection: close", WebRig.token());
            assertEquals(200, WebRig.status(state));
            String large = ask(rig, "GET /large HTTP/1.1", host, "Connection: close");
            assertTrue(large.length() > WebRig.LARGE_BYTES);
            try (Socket plain = rig.connect()) {
                WebRig.write(plain, "GET /live HTTP/1.1", host);
                assertFalse(WebRig.rest(plain).contains("seen /live"));
            }
        }
    }

    @Test
    void shouldAnswerWhatWasPipelinedAndStreamOverTls() throws Exception {
        try (WebRig rig = start("127.0.0.1");
                Socket socket = connect(rig)) {
            String host = "Host: localhost:" + rig.server.port();
            for (int i = 0; i < 100; i++) {
                WebRig.write(socket, "GET /live HTTP/1.1", host);
            }
            WebRig.write(socket, "GET /events HTTP/1.1", host, WebRig.token());
            String all = WebRig.readUntil(socket.getInputStream(), "data: first");
            assertEquals(100, all.split("seen /live", -1).length - 1);
            rig.server.every(1, () -> rig.server.send("data: more\n\n"));
            WebRig.readUntil(socket.getInputStream(), "data: more");
        }
    }

    @Test
    void shouldShowItsCookieOverTlsAlone() throws Exception {
        try (WebRig rig = start("127.0.0.1")) {
            String host = "Host: 127.0.0.1:" + rig.server.port();
            assertTrue(rig.server.url().startsWith("https://"), rig.server.url());

            String answer = ask(rig, "GET " + rig.link() + " HTTP/1.1", host, "Connection: close");

            assertEquals(303, WebRig.status(answer));
            assertTrue(answer.contains("; Secure\r\n"), answer);
            String cookie = "Cookie: " + WebRig.cookieOf(answer);
            String seen = ask(rig, "GET /x HTTP/1.1", host, cookie, "Connection: close");
            assertTrue(seen.endsWith("seen /x"), seen);
        }
    }

    @Test
    void shouldRefuseFilesThatAreNoCertificateAndKey() throws IOException {
        Path none = Files.writeString(folder.resolve("none.pem"), "nothing");
        WebConfig.Tls tls = new WebConfig.Tls(certificate.pem(), none);
        WebConfig config = new WebConfig(true, "0.0.0.0", 0, List.of(), tls, null);

        ConfigException e =
                assertThrows(
                        ConfigException.class,
                        () -> new WebRig(config, WebLimits.DEFAULTS).close());
        assertTrue(e.getMessage().startsWith("http.tls-cert must hold"), e.getMessage());
    }
}
