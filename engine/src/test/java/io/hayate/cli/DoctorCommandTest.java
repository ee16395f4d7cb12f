package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The address of a venue that {@code doctor} is given. */
class DoctorCommandTest {
    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ws://u:secret@127.0.0.1:1/ws/2 |"
                        + " must hold neither a user nor a password: was ws://***@127.0.0.1:1/ws/2",
                "ws://u%3Asecret%40127.0.0.1 | must hold neither a user nor a password: was ws://***@127.0.0.1",
                "http://127.0.0.1:1/ws/2 |"
                        + " must be ws://HOST:PORT/ws/2 or wss://HOST/ws/2: was http://127.0.0.1:1/ws/2",
                "embedded | must be ws://HOST:PORT/ws/2 or wss://HOST/ws/2: was embedded",
                "ws://bfx_sim:8765/ws/2 | must have a host without _, or its IP address, to compare"
                        + " clocks: was ws://bfx_sim:8765/ws/2"
            })
    void shouldRefuseAnAddressWithoutTellingAPassword(String address, String rule) {
        Cli cli =
                new Cli(new Environment(Map.of(), folder, folder), config -> 0)
                        .printTo(new PrintWriter(out, true), new PrintWriter(err, true));

        assertEquals(2, cli.execute("doctor", "--seconds=1", "--venue", address));

        assertEquals("--venue " + rule, err.toString().strip());
        assertEquals("", out.toString());
    }
}
