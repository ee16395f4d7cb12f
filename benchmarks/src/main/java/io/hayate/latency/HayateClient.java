package io.hayate.latency;

import io.hayate.Hayate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Hayate as a user starts it: {@code hayate run} with {@code config/bench.conf} and the strategy
 * {@code trigger}.
 *
 * @param topology {@code one-thread} or {@code split}
 * @param idle {@code busy-spin}, {@code yielding} or {@code blocking}
 * @param folder where its settings, its state and its recordings go; recordings are deleted when it has
 *     ended
 * @param addition what it does beside trading
 * @param trusted the certificate of a venue on wss; null for one on ws
 */
record HayateClient(
        JvmCommands jvm, String topology, String idle, Path folder, Addition addition, Path trusted)
        implements Client {
    @Override
    public List<String> command(int port, int symbols) throws IOException {
        Path config = config();
        Files.write(config, settings());
        List<String> words = new ArrayList<>(List.of("run", "--config", config.toString()));
        String scheme = trusted == null ? "ws" : "wss";
        words.addAll(List.of("--venue", scheme + "://127.0.0.1:" + port + "/ws/2"));
        words.addAll(List.of("--symbol", symbols(symbols)));
        words.addAll(List.of("--strategy", "trigger", "--trade", "--no-console"));
        if (addition == Addition.RECORDING) {
            words.addAll(List.of("--record", recordings().toString()));
        }
        return jvm.command(Hayate.class, words);
    }

    private static String symbols(int count) {
        return IntStream.range(0, count)
                .mapToObj(ClientTexts::symbol)
                .collect(Collectors.joining(","));
    }

    private Path recordings() {
        return folder.resolve("recordings-" + topology);
    }

    /** The file of its settings, once {@link #command} has been asked for. */
    Path config() {
        return folder.resolve("hayate-" + topology + ".conf");
    }

    /** Figures that nobody reads stay in its own memory. */
    private List<String> settings() {
        return List.of(
                "include required(file(" + quoted(jvm.home().resolve("config/bench.conf")) + "))",
                "loop.topology = " + topology,
                "loop.idle = " + idle,
                "counters.file = " + (addition == Addition.WATCHED ? "auto" : "memory"),
                "venue.trust-file = " + (trusted == null ? "\"\"" : quoted(trusted)),
                "state.dir = " + quoted(folder.resolve("state")));
    }

    /** A path as settings write it. */
    static String quoted(Path path) {
        return "\"" + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** The venue checks no signature. */
    @Override
    public Map<String, String> environment() {
        return Map.of("BFX_API_KEY", "latency-key", "BFX_API_SECRET", "latency-secret");
    }

    @Override
    public List<String> hotThreads() {
        return topology.equals("split") ? List.of("loop", "strategy") : List.of("loop");
    }

    @Override
    public boolean spins() {
        return !idle.equals("blocking");
    }

    @Override
    public boolean mustBeStopped() {
        return true;
    }

    @Override
    public void cleanUp() throws IOException {
        if (addition != Addition.RECORDING || !Files.isDirectory(recordings())) {
            return;
        }
        try (Stream<Path> files = Files.list(recordings())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(recordings());
    }
}
