package io.hayate.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.transport.tls.TlsKind;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportConfigTest {
    @ParameterizedTest
    @CsvSource({
        "wss://api.bitfinex.com/ws/2, api.bitfinex.com, 443, /ws/2, api.bitfinex.com",
        "ws://localhost:8765, localhost, 8765, /, localhost:8765",
        "WS://h?a=b, h, 80, /?a=b, h",
        "wss://[::1]:8443/x%20y, ::1, 8443, /x%20y, [::1]:8443",
        "ws://bfx_sim:8765/ws/2, bfx_sim, 8765, /ws/2, bfx_sim:8765",
        "wss://API.Example./ws/2, api.example, 443, /ws/2, api.example",
        "ws://[fe80::1%lo]:80/, fe80::1%lo, 80, /, [fe80::1]:80"
    })
    void shouldTakeAUrlApart(String url, String host, int port, String target, String authority) {
        TransportConfig config = config(url);

        assertEquals(host, config.host());
        assertEquals(port, config.port());
        assertEquals(target, config.target());
        assertEquals(authority, config.hostHeader());
        assertEquals(url.startsWith("wss"), config.isSecure());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://h",
                "api.bitfinex.com/ws/2",
                "ws:///ws/2",
                "ws://h:0",
                "ws://h:65536",
                "ws://h/#x",
                "wss:h",
                "wss://bfx_sim/"
            })
    void shouldRefuseAUrlThatIsNoWebSocket(String url) {
        ConfigException e = assertThrows(ConfigException.class, () -> config(url));

        assertTrue(e.getMessage().startsWith("url must "), e.getMessage());
        assertTrue(e.getMessage().contains(url), e.getMessage());
    }

    @Test
    void shouldNotShowThePasswordOfAUrlThatHasOne() {
        for (String host : List.of("h", "b_x", "h:0")) {
            String url = "wss://me:hidden@" + host + "/ws/2";
            ConfigException e = assertThrows(ConfigException.class, () -> config(url));

            assertFalse(e.getMessage().contains("hidden"), e.getMessage());
        }
    }

    @Test
    void shouldRefuseBoundsThatCannotWork() {
        URI url = URI.create("ws://h");

        assertThrows(ConfigException.class, () -> config(url, 0, 125, 1_024));
        assertThrows(ConfigException.class, () -> config(url, 1, 124, 1_024));
        assertThrows(ConfigException.class, () -> config(url, 1, Integer.MAX_VALUE, 1_024));
        assertThrows(ConfigException.class, () -> config(url, 1, 125, 1_023));
        assertEquals(125, config(url, 1, 125, 1_024).frameBytesMax());
    }

    private static TransportConfig config(String url) {
        return config(URI.create(url), 1_000, 1_000, 2_000);
    }

    private static TransportConfig config(
            URI url, int connectTimeoutMs, int frameBytesMax, int outboundBytesMax) {
        return new TransportConfig(
                url,
                connectTimeoutMs,
                frameBytesMax,
                outboundBytesMax,
                IoKind.AUTO,
                TlsKind.AUTO,
                null);
    }
}
