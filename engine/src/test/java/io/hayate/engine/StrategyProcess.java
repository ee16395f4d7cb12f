package io.hayate.engine;

import io.hayate.Hayate;
import io.hayate.strategy.Strategy;
import io.hayate.venue.server.SimulatedVenue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A run in a process of its own, whose strategy trades on a venue of the test. */
final class StrategyProcess {
    private final Path folder;
    private final SimulatedVenue venue;
    private final String[] settings;
    private final Map<String, String> variables = new HashMap<>();

    /** One that keeps all that it leaves in a folder, with more settings than the venue. */
    StrategyProcess(Path folder, SimulatedVenue venue, String... settings) {
        this.folder = folder;
        this.venue = venue;
        this.settings = settings;
    }

    /** Gives it a variable of the environment. */
    StrategyProcess with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /**
     * Starts it.
     *
     * @param heap such as {@code -Xmx80m}
     * @param more arguments
     */
    Process start(String heap, Class<? extends Strategy> strategy, String... more)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--add-exports", "java.base/jdk.internal.misc=ALL-UNNAMED"));
        command.addAll(List.of(heap, "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Hayate.class.getName(), "run", "--config", config(), "--trade"));
        command.addAll(List.of("--strategy", strategy.getName()));
        command.addAll(List.of(more));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("BFX_API_KEY", SimulatedVenue.DEMO_KEY);
        process.environment().put("BFX_API_SECRET", SimulatedVenue.DEMO_SECRET);
        process.environment().putAll(variables);
        process.redirectErrorStream(true);
        process.redirectOutput(folder.resolve("output").toFile());
        return process.start();
    }

    private String config() throws IOException {
        List<String> lines = new ArrayList<>(List.of(settings));
        lines.add("venue.url = \"" + venue.url() + "\"");
        lines.add("state.dir = \"" + folder.resolve("state") + "\"");
        lines.add("loop.warm-up = 0s");
        return Files.write(folder.resolve("run.conf"), lines).toString();
    }

    /** What a process of this folder has said so far. */
    static String output(Path folder) {
        try {
            return Files.readString(folder.resolve("output"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
