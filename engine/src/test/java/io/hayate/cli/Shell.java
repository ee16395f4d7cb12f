package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program as a shell would, with an environment of its own and nothing to read. */
public final class Shell {
    /** What a program left behind. */
    public record Result(int exitCode, String out, String err) {}

    private static final long PATIENCE_SECONDS = 120;

    private final Path folder;
    private final Map<String, String> environment;

    /**
     * A shell with its own idea of the world.
     *
     * @param folder where programs start and their output is kept
     * @param environment added to a bare one of PATH and HOME, without class archives
     */
    public Shell(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    public Result run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        return finish(start(out, err, command), out, err);
    }

    /** Runs the same program twice at once. */
    List<Result> runTwice(String... command) throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            files.add(Files.createTempFile(folder, "twice", ""));
        }
        Process one = start(files.get(0), files.get(1), command);
        Process two = start(files.get(2), files.get(3), command);
        return List.of(
                finish(one, files.get(0), files.get(1)), finish(two, files.get(2), files.get(3)));
    }

    /** Starts a program whose output is read, and whose input is written, while it runs. */
    public Process start(String... command) throws IOException {
        return builder(command)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectErrorStream(true)
                .start();
    }

    private Process start(Path out, Path err, String... command) throws IOException {
        return builder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    }

    private ProcessBuilder builder(String... command) {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectInput(new File("/dev/null"));
        Map<String, String> all = builder.environment();
        all.clear();
        all.put("PATH", System.getenv("PATH"));
        all.put("HOME", folder.toString());
        all.put("HAYATE_ARCHIVE", "off"); // who wants one, and the notice of it, says so
        all.putAll(environment);
        return builder;
    }

    private static Result finish(Process process, Path out, Path err)
            throws IOException, InterruptedException {
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertTrue(ended, "still running after " + PATIENCE_SECONDS + " s");
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
