package io.hayate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code scripts/hayate} with the jar that this build has made, and settings of its own. */
final class HayateScript {
    /** Hayate's folder. */
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private static final String PROGRAM = HOME.resolve("scripts/hayate").toString();

    private final Path folder;
    private final Shell shell;

    /** One that starts in a folder, with more variables than that of the JDK. */
    HayateScript(Path folder, Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(more);
        variables.put("HAYATE_JAVA_HOME", System.getProperty("java.home"));
        this.folder = folder;
        shell = new Shell(folder, variables);
    }

    Shell.Result run(String... arguments) throws IOException, InterruptedException {
        return shell.run(command(arguments));
    }

    /** Starts it, to be talked to while it runs. */
    Process start(String... arguments) throws IOException {
        return shell.start(command(arguments));
    }

    private static String[] command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    /** Runs a strategy that trades at once, and records it. */
    Shell.Result trade(Path recording, String config, String duration, String... more)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(more));
        words.addAll(List.of("--config", config, "--record", recording.toString()));
        words.addAll(List.of("--strategy", "sma-cross", "--param", "fast=1", "--param", "slow=2"));
        words.addAll(List.of("--duration", duration));
        return run(words.toArray(String[]::new));
    }

    /** A file of settings: those that come with Hayate, and these. */
    String config(String... settings) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("include required(file(\"" + HOME.resolve("config/hayate.conf") + "\"))");
        lines.add("loop.warm-up = 0s");
        lines.addAll(List.of(settings));
        return Files.write(folder.resolve("test.conf"), lines).toString();
    }
}
