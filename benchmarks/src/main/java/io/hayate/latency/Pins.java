package io.hayate.latency;

import io.hayate.model.Counts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Puts threads on cores with {@code taskset}, by their names: the venue on the first core, a
 * client's hot threads on the last ones. Its other threads float; or they are kept apart from the last core,
 * as on a machine where that is isolated. Where there is no taskset, or one core, all stay where the system
 * puts them.
 */
final class Pins {
    private static final Path PROCESSES = Path.of("/proc");
    private static final int NAME_MAX = 15; // what Linux keeps of a thread's name

    private final int cores = Runtime.getRuntime().availableProcessors();
    private final boolean possible = cores > 1 && hasTaskset();
    private final boolean apart;

    /** With other threads of a client floating, or apart. */
    Pins(boolean apart) {
        this.apart = apart;
    }

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
        if (!possible) {
            return "threads not pinned";
        }
        return "venue on core 0, hot threads on the last of "
                + Counts.of(cores, "core")
                + (apart ? ", others apart" : "");
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
        if (apart && possible) {
            run("taskset", "-apc", "0-" + (cores - 2), Long.toString(client.pid()));
        }
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
            thread.ifPresent(id -> run("taskset", "-pc", Integer.toString(core), id));
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

    private static void run(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
