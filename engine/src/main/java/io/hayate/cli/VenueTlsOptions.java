package io.hayate.cli;

import io.hayate.model.ConfigException;
import io.hayate.model.Printable;
import io.hayate.state.StateDir;
import io.hayate.venue.TlsConfig;
import io.hayate.venue.server.SimulatedVenue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of {@code hayate venue} that let it speak TLS, and the file that clients trust it by. */
final class VenueTlsOptions {
    @Option(
            names = "--tls",
            description =
                    "Speaks wss and https, with a certificate that is made at start. A line names"
                            + " the file that clients are to trust.")
    private boolean on;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "Speaks TLS with this certificate, in PEM.")
    private Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "Key of the certificate, in PEM (PKCS#8).")
    private Path key;

    private Path trustFile; // null until it is written

    TlsConfig config() {
        return on || certificate != null || key != null
                ? new TlsConfig(true, certificate, key)
                : TlsConfig.OFF;
    }

    /** Writes what clients are to trust, where the certificate was made; the line that names it. */
    List<String> writeTrust(SimulatedVenue venue, Environment environment) {
        if (venue.certificatePem() == null) {
            return List.of();
        }
        Path folder = StateDir.defaultPath(environment.variables(), environment.userHome());
        Path file = StateDir.open(folder).file("venue-" + venue.port() + ".pem");
        try {
            Files.writeString(file, venue.certificatePem());
        } catch (IOException e) {
            throw new ConfigException(
                    "the certificate to trust must be written: was " + e.getMessage(), e);
        }
        trustFile = file;
        return List.of(Printable.line("  trust        " + file));
    }

    /** The venue has ended, and its certificate with it. */
    void deleteTrust() {
        try {
            if (trustFile != null) {
                Files.deleteIfExists(trustFile);
            }
        } catch (IOException e) {
            trustFile = null; // it is of no use, and no harm
        }
    }
}
