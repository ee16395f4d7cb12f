package io.hayate.latency;

import io.hayate.model.Counts;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Puts threads on cores with {@code taskset}, by their names: the venue on the first core, a
 * client's hot threads on the last ones. Where there is no taskset, or one core, they stay where the
 * system puts them.
 */
final class Pins {
    private static final Path PROCESSES = Path.of("/proc");
    private static final int NAME_MAX = 15; // what Linux keeps of a thread's name

    private final int cores = Runtime.getRuntime().availableProcessors();
    private final boolean possible = cores > 1 && hasTaskset();

    private static boolean hasTaskset() {
        try {
            Process taskset = new ProcessBuilder("taskset", "--version").start();
            taskset.getInputStream().readAllBytes();
            return taskset.waitFor() == 0 && Files.isDirectory(PROCESSES.resolve("self/task"));
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was done, for the report. */
    String words() {
        return possible
                ? "venue on core 0, hot threads on the last of " + Counts.of(cores, "core")
                : "threads not pinned";
    }

    /** True if a venue that spins leaves no core to one of these threads. */
    boolean isTooNarrowFor(Client client) {
        return client.spins() && 1 + client.hotThreads().size() > cores;
    }

    int lastCore() {
        return cores - 1;
    }

    void pinVenue(Process venue) {
        pin(venue, "venue", 0);
    }

    /** The first hot thread gets the last core, the next one the core before. */
    void pinClient(Process client, List<String> hotThreads, boolean beside) {
        for (int i = 0; i < hotThreads.size(); i++) {
            int core = beside ? Math.max(cores - 1 - i, 0) : Math.max(cores - 1 - i, 1);
            pin(client, hotThreads.get(i), core);
        }
    }

    private void pin(Process process, String name, int core) {
        if (!possible) {
            return;
        }
        try {
            Optional<String> thread = threadOf(process.pid(), name);
            if (thread.isPresent()) {
                run("taskset", "-pc", Integer.toString(core), thread.get());
            }
        } catch (IOException e) {
            if (process.isAlive()) {
                System.err.println("latency: cannot pin " + name + ": " + e.getMessage());
            }
        }
    }

    private static Optional<String> threadOf(long process, String name) throws IOException {
        String wanted = name.substring(0, Math.min(name.length(), NAME_MAX));
        Path tasks = PROCESSES.resolve(Long.toString(process)).resolve("task");
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                if (Files.readString(thread.resolve("comm")).strip().equals(wanted)) {
                    return Optional.of(thread.getFileName().toString());
                }
            }
        }
        return Optional.empty();
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        try {
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
