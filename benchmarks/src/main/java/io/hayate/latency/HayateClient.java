package io.hayate.latency;

import io.hayate.Hayate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Hayate as a user starts it: {@code hayate run} with {@code config/bench.conf} and the strategy
 * {@code trigger}.
 *
 * @param topology {@code one-thread} or {@code split}
 * @param idle {@code busy-spin}, {@code yielding} or {@code blocking}
 * @param folder where its settings and its state go
 */
record HayateClient(JvmCommands jvm, String topology, String idle, Path folder) implements Client {
    @Override
    public List<String> command(int port, int symbols) throws IOException {
        Path config = folder.resolve("hayate-" + topology + ".conf");
        Files.writeString(config, settings());
        return jvm.command(
                Hayate.class,
                List.of(
                        "run",
                        "--config",
                        config.toString(),
                        "--venue",
                        "ws://127.0.0.1:" + port + "/ws/2",
                        "--symbol",
                        IntStream.range(0, symbols)
                                .mapToObj(ClientTexts::symbol)
                                .collect(Collectors.joining(",")),
                        "--strategy",
                        "trigger",
                        "--trade",
                        "--no-console"));
    }

    private String settings() {
        return String.join(
                "\n",
                "include required(file(" + quoted(jvm.home().resolve("config/bench.conf")) + "))",
                "loop.topology = " + topology,
                "loop.idle = " + idle,
                "state.dir = " + quoted(folder.resolve("state")),
                "");
    }

    private static String quoted(Path path) {
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
}
