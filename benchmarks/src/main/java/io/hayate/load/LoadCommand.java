package io.hayate.load;

import io.hayate.cli.Environment;
import io.hayate.cli.ToolCommand;
import io.hayate.model.ConfigException;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.RunConfig;
import io.hayate.view.terminal.ErrorStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code scripts/load}: puts the load on and says what held. */
@Command(
        name = "load",
        description = {
            "Hundreds of channels at 20,000 messages a second, then bursts of 20 times",
            "that, from the embedded venue in the same process; counts what is lost,",
            "wrong, allocated, late.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExit codes: 0 all goals hold, 1 one does not, 2 wrong usage.%n")
public final class LoadCommand implements Callable<Integer> {
    private static final int SYMBOLS_MAX = 300;
    private static final int MINUTES_MAX = 10_000;
    private static final int RATE_MAX = 1_000_000;
    private static final int BURST_S = 2;
    private static final int BURST_EVERY_S = 30;

    @Spec private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    @SuppressWarnings("unused") // picocli looks at it
    private boolean help;

    @Option(names = "--minutes", paramLabel = "N", description = "Before bursts. Default: 10.")
    private int minutes = 10;

    @Option(names = "--quick", description = "One minute instead.")
    private boolean quick;

    @Option(names = "--bursts", paramLabel = "N", description = "Default: 4.")
    private int bursts = 4;

    @Option(names = "--burst-factor", paramLabel = "N", description = "Default: 20.")
    private int burstFactor = 20;

    @Option(names = "--rate", paramLabel = "N", description = "Default: 20000.")
    private int rate = 20_000;

    @Option(
            names = "--symbols",
            paramLabel = "N",
            description = "Each with ticker, trades and book. Default: 100.")
    private int symbols = 100;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = {"Settings of engine and venue.", "Default: config/load.conf."})
    private Path config;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = {"For the figures as JSON.", "Default: target/load/load.json."})
    private Path out;

    private String command;

    private LoadCommand() {}

    /** Runs it; the process ends with its exit code. */
    public static void main(String[] arguments) {
        ErrorStream.install();
        System.exit(ToolCommand.of(new LoadCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        check(minutes >= 1 && minutes <= MINUTES_MAX, "--minutes must be from 1 to 10000");
        check(bursts >= 0 && bursts <= MINUTES_MAX, "--bursts must be from 0 to 10000");
        check(burstFactor >= 1 && burstFactor <= 100, "--burst-factor must be from 1 to 100");
        check(rate >= 1 && rate <= RATE_MAX, "--rate must be from 1 to 1000000");
        check(symbols >= 1 && symbols <= SYMBOLS_MAX, "--symbols must be from 1 to 300");
        Environment environment = Environment.ofProcess();
        Path home = environment.home();
        LoadPlan plan =
                new LoadPlan(
                        rate, quick ? 1 : minutes, bursts, burstFactor, BURST_S, BURST_EVERY_S);
        Path file = out != null ? out : home.resolve("target").resolve("load").resolve("load.json");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path state = file.resolveSibling("state");
        List<String> words = new ArrayList<>(List.of("scripts/load"));
        words.addAll(spec.commandLine().getParseResult().originalArgs());
        command = String.join(" ", words);
        return run(settings(environment, state), plan, file);
    }

    private RunConfig settings(Environment environment, Path state) {
        Path home = environment.home();
        Path file = config != null ? config : home.resolve("config").resolve("load.conf");
        try {
            return new ConfigLoader(environment.variables(), home, environment.userHome())
                    .load(
                            file,
                            LoadChannels.overrides(symbols)
                                    .set("--out", "state.dir", state.toString()));
        } catch (ConfigException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private int run(RunConfig settings, LoadPlan plan, Path file)
            throws IOException, InterruptedException {
        try (Load load = load(settings, plan)) {
            LoadResult result = load.run();
            List<Goal> goals = Goals.of(plan, result);
            LoadReport.write(file, command, plan, result, goals);
            System.out.print(LoadReport.text(command, plan, result, goals));
            System.out.println("Figures in " + file);
            return goals.stream().allMatch(Goal::held) ? 0 : 1;
        }
    }

    private static Load load(RunConfig settings, LoadPlan plan) {
        return new Load(settings, plan, System.out);
    }

    private void check(boolean holds, String rule) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), rule);
        }
    }
}
