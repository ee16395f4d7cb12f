package io.hayate.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {
    @ParameterizedTest
    @CsvSource({
        "bfx_sim:8765, bfx_sim, 8765, bfx_sim:8765",
        "_a.B_c, _a.b_c, -1, _a.b_c",
        "API.Bitfinex.COM, api.bitfinex.com, -1, api.bitfinex.com",
        "api.bitfinex.com., api.bitfinex.com, -1, api.bitfinex.com",
        "api.bitfinex.com.:443, api.bitfinex.com, 443, api.bitfinex.com:443",
        "bücher.example, xn--bcher-kva.example, -1, xn--bcher-kva.example",
        "BÜCHER.example.:1, xn--bcher-kva.example, 1, xn--bcher-kva.example:1",
        "日本。jp, xn--wgv71a.jp, -1, xn--wgv71a.jp",
        "127.0.0.1:65535, 127.0.0.1, 65535, 127.0.0.1:65535",
        "[::1], ::1, -1, [::1]",
        "[2001:DB8::1]:80, 2001:db8::1, 80, [2001:db8::1]:80",
        "[fe80::1%eth0]:80, fe80::1%eth0, 80, [fe80::1]:80",
        "[fe80::1%25eth0], fe80::1%eth0, -1, [fe80::1]"
    })
    void shouldTellHostAndPort(String text, String host, int port, String header) {
        Authority authority = Authority.parse(text);

        assertEquals(host, authority.host());
        assertEquals(port, authority.port());
        assertEquals(header, authority.header());
        assertEquals(authority, Authority.parse(authority.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "'', names no host",
        "., names no host",
        ":80, names no host",
        "h:, port",
        "h:0, port",
        "h:65536, port",
        "h:99999, port",
        "h:-1, port",
        "h:1e3, port",
        "h:٣, port",
        "a..b, part that is empty",
        "a.., part that is empty",
        "-a, begins or ends with -",
        "a-.b, begins or ends with -",
        "a b, other than letters",
        "a%41, other than letters",
        "a$b, other than letters",
        "'a\u00a0b', other than letters",
        "1.2.3, IPv4",
        "127.0.0.256, IPv4",
        "12345, IPv4",
        "::1, IPv6",
        "fe80::1:80, IPv6",
        "a:b:c, IPv6",
        "ü..b, no name of the internet",
        "[::1, IPv6",
        "[::1]x, IPv6",
        "[1.2.3.4], IPv6",
        "[fe80::1%], zone",
        "[fe80::1%a/b], zone",
        "me:hidden@h, user"
    })
    void shouldTellWhyThereIsNone(String text, String reason) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Authority.parse(text));

        assertTrue(e.getMessage().startsWith("wh"), e.getMessage());
        assertTrue(e.getMessage().contains(reason), e.getMessage());
        assertFalse(e.getMessage().contains("hidden"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 300})
    void shouldRefuseAPartThatIsTooLong(int length) {
        assertThrows(
                IllegalArgumentException.class, () -> Authority.parse("a".repeat(length) + ".b"));
        assertThrows(
                IllegalArgumentException.class, () -> Authority.parse("ü".repeat(length) + ".b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost.",
                "127.0.0.1",
                "127.1.2.3:5",
                "[::1]",
                "[0:0:0:0:0:0:0:1]:5",
                "[::ffff:127.0.0.1]"
            })
    void shouldKnowThisMachine(String text) {
        assertTrue(Authority.parse(text).isLoopback());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost.example", "127.example.com", "128.0.0.1", "[::2]", "bfx_sim"})
    void shouldTakeNoOtherForThisMachine(String text) {
        assertFalse(Authority.parse(text).isLoopback());
    }
}
