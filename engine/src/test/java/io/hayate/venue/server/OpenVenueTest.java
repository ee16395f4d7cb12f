package io.hayate.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hayate.model.ConfigException;
import io.hayate.venue.VenueConfig;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A venue that listens where its settings say, and whom it lets control it. */
class OpenVenueTest {
    private static final int TIMEOUT_MS = 30_000;
    private static final VenueConfig STILL = VenueConfig.DEFAULTS.withTickersPerSecond(0);

    /** What comes back for a request whose first header lines are these, until the connection ends. */
    private static String ask(InetAddress at, int port, String... lines) throws IOException {
        try (Socket socket = new Socket(at, port)) {
            socket.setSoTimeout(TIMEOUT_MS);
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static String control(InetAddress at, int port, String... headers) throws IOException {
        return ask(
                at,
                port,
                Stream.concat(Stream.of("GET /venue HTTP/1.1"), Stream.of(headers))
                        .toArray(String[]::new));
    }

    private static void assertAnswered(int status, String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    }

    /** An address of this machine that others may know; null when there is none. */
    private static InetAddress ownAddress() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst()
                .orElse(null);
    }

    @Test
    void shouldListenOnLoopbackWhenNothingElseIsSaid() throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(STILL)) {
            assertEquals("127.0.0.1", venue.url().getHost());
            assertFalse(venue.isOpen());
            InetAddress own = ownAddress();
            if (own != null) {
                assertThrows(IOException.class, () -> control(own, venue.port()));
            }
        }
    }

    @Test
    void shouldServeOthersWhenToldToButBeControlledFromLoopbackAlone() throws Exception {
        InetAddress own = ownAddress();
        assumeTrue(own != null, "this machine has no address but loopback");
        try (SimulatedVenue venue = SimulatedVenue.start(STILL.withHost("0.0.0.0"))) {
            int port = venue.port();
            String status = ask(own, port, "GET /v2/platform/status HTTP/1.1", "Host: a");

            assertTrue(venue.isOpen());
            assertEquals("ws://127.0.0.1:" + port + "/ws/2", venue.url().toString());
            assertTrue(status.endsWith("[1]"), status);
            assertAnswered(403, control(own, port));
            assertAnswered(200, control(InetAddress.getLoopbackAddress(), port));
        }
    }

    @Test
    void shouldServeOneOtherAddressWhenThatIsNamed() throws Exception {
        InetAddress own = ownAddress();
        assumeTrue(own != null, "this machine has no address but loopback");
        try (SimulatedVenue venue = SimulatedVenue.start(STILL.withHost(own.getHostAddress()))) {
            assertEquals(own.getHostAddress(), venue.url().getHost());
            assertTrue(venue.isOpen());
            assertAnswered(403, control(own, venue.port()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.2", "127.1"})
    void shouldListenOnAnyNameOfLoopback(String host) throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(STILL.withHost(host))) {
            InetAddress address = InetAddress.getByName(host);

            assertFalse(venue.isOpen());
            assertAnswered(200, control(address, venue.port(), "Host: localhost"));
        }
    }

    private static InetAddress loopback4() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private static InetAddress loopback6() throws IOException {
        byte[] bytes = new byte[16];
        bytes[15] = 1;
        return InetAddress.getByAddress(bytes);
    }

    private static boolean hasVersion6() {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback6())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void shouldKnowLoopbackByBothVersionsWhenItListensOnAllAddresses() throws Exception {
        assumeTrue(hasVersion6(), "this machine has no IPv6");
        try (SimulatedVenue venue = SimulatedVenue.start(STILL.withHost("::"))) {
            assertEquals("[::1]", venue.url().getHost());
            assertAnswered(200, control(loopback6(), venue.port()));
            assertAnswered(200, control(loopback4(), venue.port()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no such host", "venue.invalid"})
    void shouldNameTheSettingWhenItsHostIsUnknown(String host) {
        ConfigException refused =
                assertThrows(
                        ConfigException.class, () -> SimulatedVenue.start(STILL.withHost(host)));

        assertEquals(
                "embedded.host must be an address or name of this machine: was "
                        + host
                        + ", which is not known",
                refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.1, another one",
        "224.0.0.1, many",
        "255.255.255.255, many",
        "ff02::1, many"
    })
    void shouldNameTheSettingWhenItsHostIsOfAnotherMachine(String host, String whose) {
        ConfigException refused =
                assertThrows(
                        ConfigException.class, () -> SimulatedVenue.start(STILL.withHost(host)));

        assertEquals(
                "embedded.host must be an address or name of this machine: was "
                        + host
                        + ", which is of "
                        + whose,
                refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://127.0.0.1:8765",
                "Referer: https://evil.example/page",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-origin",
                "X-Forwarded-For: 10.0.0.1",
                "Forwarded: for=10.0.0.1",
                "Via: 1.1 proxy"
            })
    void shouldNotBeControlledByWebPagesAndProxies(String header) throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(STILL)) {
            String answer =
                    ask(
                            InetAddress.getLoopbackAddress(),
                            venue.port(),
                            "POST /venue/faults HTTP/1.1",
                            "Host: 127.0.0.1:" + venue.port(),
                            header,
                            "Content-Length: 19\r\n\r\n{\"fault\":\"dropped\"}");

            assertAnswered(403, answer);
            assertEquals(List.of(), venue.controls().faults().active());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8765", "localhost.evil.example", "a b"})
    void shouldNotBeControlledUnderANameThatWasMadeToLeadHere(String host) throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(STILL)) {
            assertAnswered(
                    403, control(InetAddress.getLoopbackAddress(), venue.port(), "Host: " + host));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST:1", "127.0.0.1:8765", "[::1]:8765", "127.0.0.2"})
    void shouldBeControlledUnderItsAddressAndAsLocalhost(String host) throws Exception {
        try (SimulatedVenue venue = SimulatedVenue.start(STILL)) {
            InetAddress loopback = InetAddress.getLoopbackAddress();

            assertAnswered(200, control(loopback, venue.port(), "Host: " + host));
            assertAnswered(200, control(loopback, venue.port(), "Sec-Fetch-Site: none"));
        }
    }
}
