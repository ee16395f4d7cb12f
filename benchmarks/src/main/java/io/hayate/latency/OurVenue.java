package io.hayate.latency;

import io.hayate.transport.tls.RunCertificate;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The venue in Java, {@link VenueProcess}. */
final class OurVenue implements TrialVenue {
    private final JvmCommands jvm;
    private final RunCertificate certificate;
    private BufferedReader words;

    /** With what it shows on wss; null for ws. */
    OurVenue(JvmCommands jvm, RunCertificate certificate) {
        this.jvm = jvm;
        this.certificate = certificate;
    }

    @Override
    public Process start(Trial trial, Path results, Path log) throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.add(trial.venueSleeps() ? "sleep" : "spin");
        arguments.add(Integer.toString(trial.symbols()));
        arguments.add(results.toString());
        boolean isPlain = certificate == null;
        arguments.add(isPlain ? VenueProcess.PLAIN : certificate.certificate().toString());
        arguments.add(isPlain ? VenueProcess.PLAIN : certificate.key().toString());
        trial.steps().forEach(step -> arguments.add(step.textWithKeep()));
        Process process =
                new ProcessBuilder(jvm.command(VenueProcess.class, arguments))
                        .redirectError(log.toFile())
                        .start();
        words = process.inputReader(StandardCharsets.US_ASCII);
        return process;
    }

    @Override
    public int awaitPort() throws IOException {
        String line = words.readLine();
        if (line == null || !line.startsWith("port ")) {
            throw new IOException("the venue did not start");
        }
        return Integer.parseInt(line.substring("port ".length()));
    }

    @Override
    public void awaitClient() throws IOException {
        words.readLine();
    }
}
