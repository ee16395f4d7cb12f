package io.hayate.latency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Runs a trial: starts the venue, then the client, waits for the venue's results. */
final class TrialRunner {
    private static final int TAIL_LINES = 15;
    private static final long END_TIMEOUT_S = 15;

    private final Supplier<TrialVenue> venues;
    private final Pins pins;
    private final Path folder;
    private final Set<Process> alive = ConcurrentHashMap.newKeySet();

    /** Files of the processes go to {@code folder}. */
    TrialRunner(Supplier<TrialVenue> venues, Path folder, Pins pins) {
        this.venues = venues;
        this.pins = pins;
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(new Thread(this::endAll, "end"));
    }

    /** Nobody is left behind when this process is told to end. */
    private void endAll() {
        alive.forEach(Process::destroyForcibly);
    }

    Outcome run(Trial trial) throws TrialFailure, InterruptedException {
        try {
            Files.deleteIfExists(file(trial, "venue.log"));
            Files.deleteIfExists(file(trial, "client.log"));
            Map<String, StepFigures> figures = measure(trial);
            return new Outcome(figures, tail(file(trial, "client.log")));
        } catch (IOException e) {
            throw failure(trial, e.getMessage());
        }
    }

    /** A file of this trial; the next round writes over it. */
    private Path file(Trial trial, String name) {
        return folder.resolve(ReportFiles.fileName(trial.label()) + "-" + name);
    }

    private Map<String, StepFigures> measure(Trial trial)
            throws IOException, TrialFailure, InterruptedException {
        Process client = null;
        TrialVenue venue = venues.get();
        Path results = file(trial, "venue.json");
        Process process = venue.start(trial, results, file(trial, "venue.log"));
        alive.add(process);
        try {
            int port = venue.awaitPort();
            pins.pinVenue(process);
            client = start(trial, port);
            CompletableFuture<Void> watch = endWith(client, process);
            venue.awaitClient();
            pins.pinClient(client, trial.client().hotThreads(), trial.venueSleeps());
            int code = process.waitFor();
            watch.cancel(false);
            if (code != 0) {
                throw failure(trial, "no results");
            }
            return StepFigures.read(results);
        } finally {
            end(client, trial.client().mustBeStopped());
            end(process, true);
            trial.client().cleanUp();
        }
    }

    private Process start(Trial trial, int port) throws IOException {
        Client client = trial.client();
        ProcessBuilder builder =
                new ProcessBuilder(client.command(port, trial.symbols()))
                        .redirectErrorStream(true)
                        .redirectOutput(file(trial, "client.log").toFile());
        builder.environment().putAll(client.environment());
        Process process = builder.start();
        alive.add(process);
        process.getOutputStream().close();
        client.attend();
        return process;
    }

    /** A client that dies leaves the venue nothing to wait for. */
    private static CompletableFuture<Void> endWith(Process client, Process venue) {
        return client.onExit()
                .thenAccept(
                        ended -> {
                            if (ended.exitValue() != 0) {
                                venue.destroy();
                            }
                        });
    }

    private void end(Process process, boolean mustBeStopped) throws InterruptedException {
        if (process == null) {
            return;
        }
        if (mustBeStopped) {
            process.destroy();
        }
        if (!process.waitFor(END_TIMEOUT_S, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        alive.remove(process);
    }

    private TrialFailure failure(Trial trial, String what) {
        StringBuilder text = new StringBuilder(trial.label() + ": " + what);
        for (Path log : List.of(file(trial, "venue.log"), file(trial, "client.log"))) {
            for (String line : tail(log)) {
                text.append(System.lineSeparator()).append("    ").append(line);
            }
        }
        return new TrialFailure(text.toString());
    }

    private static List<String> tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
