package io.hayate.transport.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsSelfTestTest {
    @TempDir static Path folder;

    private static TestCertificate certificate;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Assumptions.assumeTrue(OpenSsl.isAvailable());
        certificate = new TestCertificate(folder, "localhost", "dns:localhost");
    }

    @Test
    void shouldFailTheSelfTestOfWhatIsNotBoringSsl() throws Exception {
        assertNull(TlsSelfTest.failure(new WatchedTls(certificate.pem())));
        assertTrue(
                TlsSelfTest.failure(
                                SslContextBuilder.forClient().sslProvider(SslProvider.JDK).build())
                        .startsWith("another engine than was expected: "));
        Consumer<SSLEngine> missing =
                engine -> {
                    throw new NoSuchMethodError("bioNewByteBuffer");
                };
        WatchedTls without = new WatchedTls(certificate.pem(), handler -> {}, missing);
        assertEquals("java.lang.NoSuchMethodError: bioNewByteBuffer", TlsSelfTest.failure(without));
        assertNotNull(SslContextBuilder.forClient().build(), "it leaves no error to the next one");
    }
}
