package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code hayate venue} says of a wrong file, and of a wrong option beside it. */
class VenueCommandTest {
    @TempDir private Path home;

    private final StringWriter err = new StringWriter();
    private Path file;

    @BeforeEach
    void setUp() {
        file = home.resolve("v.conf");
    }

    private void assertRefused(String message, String... arguments) {
        Cli cli =
                new Cli(new Environment(Map.of(), home, home), config -> 0)
                        .printTo(new PrintWriter(new StringWriter()), new PrintWriter(err, true));

        assertEquals(2, cli.execute(arguments));
        assertTrue(err.toString().strip().endsWith(message), err.toString());
        err.getBuffer().setLength(0);
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    @Test
    void shouldNameTheSettingAndItsLineUnlessAnOptionIsAtFault() throws IOException {
        write("listen.host = \"203.0.113.1\"\n");

        assertRefused(
                "v.conf:1: listen.host must be an address or name of this machine: was"
                        + " 203.0.113.1, which is of another one",
                "venue",
                "--config=" + file);
        assertRefused(
                "--host must be an address or name of this machine: was venue.invalid, which is"
                        + " not known",
                "venue",
                "--config=" + file,
                "--host=venue.invalid");
        assertRefused(
                "--host must be an address or name of this machine: was",
                "venue",
                "--config=" + file,
                "--host=");
    }

    @Test
    void shouldNameTheSettingWhenItsPortIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            write("listen { host = \"127.0.0.1\", port = " + taken.getLocalPort() + " }");

            assertRefused(
                    "v.conf:1: listen.port must be free to listen on: was 127.0.0.1:"
                            + taken.getLocalPort()
                            + ", which is in use",
                    "venue",
                    "--config=" + file);
        }
    }

    @Test
    void shouldRefuseAFileThatIsNotThere() {
        assertRefused(
                "--config must be a file that can be read: was " + file,
                "venue",
                "--config=" + file);
    }
}
