package io.hayate.transport.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.model.ConfigException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TlsTest {
    private static String refusal(String trusted) {
        return assertThrows(
                        ConfigException.class, () -> Tls.of(TlsKind.AUTO, true, Path.of(trusted)))
                .getMessage();
    }

    @Test
    void shouldRefuseATrustFileThatIsNotThere() {
        assertEquals(
                "trust-file must be a readable file: was no-such-file.pem",
                refusal("no-such-file.pem"));
    }

    @Test
    void shouldRefuseATrustFileThatHoldsNoCertificate() {
        assertEquals("trust-file must hold certificates in PEM: was pom.xml", refusal("pom.xml"));
    }
}
