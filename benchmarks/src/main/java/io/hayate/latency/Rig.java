package io.hayate.latency;

import io.hayate.transport.tls.RunCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A venue and a client written in C, built from their sources where there is a compiler. */
final class Rig {
    static final String C = "C";
    static final String C_AGAIN = "C again";
    static final String C_STAMPED = "C, stamped";

    private static final String CLIENT = "client";
    private static final long CLIENT_START_S = 5;

    private final Path binaries;
    private final RunCertificate certificate; // of its venue on wss; null on ws

    private Rig(Path binaries, RunCertificate certificate) {
        this.binaries = binaries;
        this.certificate = certificate;
    }

    /**
     * Builds the sources in a folder; the binaries go to another one.
     *
     * @param certificate what its venue shows, to speak TLS; null for none
     */
    static Rig build(Path sources, Path binaries, RunCertificate certificate)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("make", "-s", "-C", sources.toString(), "BIN=" + binaries));
        if (certificate != null) {
            command.add("TLS=1");
        }
        Process make = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(make.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (make.waitFor() != 0) {
            throw new IOException("the rig in " + sources + " does not build: " + words.strip());
        }
        return new Rig(binaries, certificate);
    }

    /** The C client; {@code stamped} makes it tell its time from read to write. */
    Client client(boolean stamped, Pins pins) {
        return new Client() {
            @Override
            public List<String> command(int port, int symbols) {
                List<String> command = new ArrayList<>();
                command.add(binaries.resolve(CLIENT).toString());
                command.addAll(List.of("--port", Integer.toString(port)));
                command.addAll(List.of("--subs", Integer.toString(symbols)));
                command.addAll(List.of("--cpu", Integer.toString(pins.lastCore())));
                command.addAll(List.of("--stamp", stamped ? "1" : "0"));
                if (certificate != null) {
                    command.addAll(
                            List.of("--tls", "1", "--ca", certificate.certificate().toString()));
                }
                return command;
            }

            @Override
            public List<String> hotThreads() {
                return List.of(CLIENT); // its one thread, which has the program's name
            }
        };
    }

    TrialVenue venue() {
        return new RigVenue();
    }

    /** The C client three times, with and without stamps, around the floor and Hayate. */
    List<Trial> trials(Clients clients, Pins pins, Plan plan) {
        List<Trial> trials = new ArrayList<>();
        List<Step> steps = steps(plan);
        trials.add(trial(C, client(false, pins), steps));
        trials.add(trial(Plan.FLOOR, clients.floor(), steps));
        clients.find(Clients.ONE_THREAD)
                .ifPresent(client -> trials.add(trial(Clients.ONE_THREAD, client, steps)));
        trials.add(trial(C_AGAIN, client(false, pins), steps));
        trials.add(trial(C_STAMPED, client(true, pins), steps));
        return trials;
    }

    private static Trial trial(String label, Client client, List<Step> steps) {
        return new Trial(label, C, client, false, 10, steps);
    }

    private static List<Step> steps(Plan plan) {
        String secs = ",secs=" + plan.seconds();
        List<Step> steps = new ArrayList<>();
        steps.add(Step.parse("pp,warm=1,secs=8,gap=5,burst=4,every=4,name=warm"));
        if (plan.gapsUs().isEmpty()) {
            steps.add(Step.parse("pp,gap=50,name=pp50" + secs));
            steps.add(Step.parse("rate,rate=10000,burst=5,every=5,name=r10k" + secs));
            steps.add(Step.parse("flood,every=32,name=flood" + secs));
        }
        steps.addAll(plan.gapSteps());
        return steps;
    }

    /** One process of the C venue. */
    private final class RigVenue implements TrialVenue {
        private int port;
        private Process process;

        @Override
        public Process start(Trial trial, Path results, Path log) throws IOException {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            List<String> command = new ArrayList<>();
            command.add(binaries.resolve("venue").toString());
            command.addAll(List.of("--cpu", "0", "--port", Integer.toString(port)));
            command.addAll(List.of("--subs", Integer.toString(trial.symbols())));
            command.addAll(List.of("--out", results.toString()));
            if (certificate != null) {
                command.addAll(List.of("--tls", "1"));
                command.addAll(List.of("--cert", certificate.certificate().toString()));
                command.addAll(List.of("--key", certificate.key().toString()));
            }
            for (Step step : trial.steps()) {
                command.addAll(List.of("--step", step.text()));
            }
            process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            return process;
        }

        /** A client that comes before the venue listens tries again. */
        @Override
        public int awaitPort() {
            return port;
        }

        /** It does not tell; its first step is long enough. */
        @Override
        public void awaitClient() throws InterruptedException {
            process.waitFor(CLIENT_START_S, TimeUnit.SECONDS);
        }
    }
}
