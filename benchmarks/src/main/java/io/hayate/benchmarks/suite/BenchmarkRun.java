package io.hayate.benchmarks.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hayate.benchmarks.ForkOptions;
import io.hayate.model.Counts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** One run of some benchmarks: results go to a file, all else that JMH says to a log beside it. */
final class BenchmarkRun {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final List<String> patterns;
    private final Extent extent;
    private final Path file;

    /**
     * A run that is still to be executed.
     *
     * @param file where results go, or null for a new file of its own
     */
    BenchmarkRun(List<String> patterns, Extent extent, Path file) {
        this.patterns = patterns;
        this.extent = extent;
        this.file = (file == null ? newFile() : file).toAbsolutePath().normalize();
    }

    private static Path newFile() {
        String name =
                DATE.format(LocalDateTime.now(ZoneId.systemDefault()))
                        + "-"
                        + Runtime.version().feature()
                        + ".json";
        return Path.of(System.getProperty("hayate.home", "."))
                .resolve("target/bench")
                .resolve(name);
    }

    private static Path home() {
        return Path.of(System.getProperty("hayate.home", "."));
    }

    Path file() {
        return file;
    }

    Path log() {
        return file.resolveSibling(file.getFileName() + ".log");
    }

    /** Makes the folder; false when nothing can be written there. */
    boolean isWritable() {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(log(), "");
            return !Files.isDirectory(file);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Runs the benchmarks, one after the other.
     *
     * @param count how many they are
     * @param console is shown which one runs
     * @return false when none could be run; the console was told why
     */
    boolean execute(int count, PrintStream console) throws IOException {
        console.printf("%s, about %d min%n", Counts.of(count, "benchmark"), extent.minutes(count));
        try (PrintStream log = new PrintStream(Files.newOutputStream(log()), true, UTF_8)) {
            new Runner(options().build(), new Progress(log, console, count)).run();
            return true;
        } catch (RunnerException e) {
            console.println("bench: " + e.getMessage());
            return false;
        }
    }

    private ChainedOptionsBuilder options() {
        String usual = home().resolve("config/jvm.options").toString(); // those of an engine
        Path flags = Path.of(System.getProperty("hayate.jvm.options", usual));
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .jvmArgsPrepend(
                                Files.isRegularFile(flags) ? "@" + flags : ForkOptions.EXPORTS)
                        .addProfiler(GCProfiler.class)
                        .resultFormat(ResultFormatType.JSON)
                        .result(file.toString());
        extent.applyTo(options);
        patterns.forEach(options::include);
        return options;
    }
}
