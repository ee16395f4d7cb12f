package io.hayate.cli;

import io.hayate.cli.recording.ExportCommand;
import io.hayate.cli.recording.RecordingCommand;
import io.hayate.cli.stat.StatCommand;
import io.hayate.cli.stat.StateDirCommand;
import io.hayate.cli.stat.TopCommand;
import io.hayate.engine.ExitCodes;
import io.hayate.model.ConfigException;
import io.hayate.model.Printable;
import io.hayate.model.Shortage;
import io.hayate.model.Texts;
import io.hayate.settings.RunConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.SystemNanoClock;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The command line as a whole: parses it, runs the sub-command, and turns errors into one line. */
public final class Cli {
    private static final int FRAMES_TOLD = 64;
    private static final String DEFAULT_COMMAND = "run";
    private static final Map<String, String> EXIT_CODES = exitCodes();
    private static final Set<String> OWN_OPTIONS = Set.of("-h", "--help", "-V", "--version");

    private final CommandLine commands;

    /**
     * Joins the commands to what they start.
     *
     * @param engine runs an engine until it ends and answers the exit code
     */
    public Cli(Environment environment, ToIntFunction<RunConfig> engine) {
        this(environment, engine, EngineArtifacts::ofProgram);
    }

    Cli(
            Environment environment,
            ToIntFunction<RunConfig> engine,
            Supplier<EngineArtifacts> artifacts) {
        commands =
                new CommandLine(new MainCommand())
                        .addSubcommand(new RunCommand(environment, engine))
                        .addSubcommand(new RecordCommand(environment, engine))
                        .addSubcommand(new ReplayCommand(environment))
                        .addSubcommand(new BacktestCommand(environment))
                        .addSubcommand(new VenueCommand(environment))
                        .addSubcommand(new DoctorCommand(environment))
                        .addSubcommand(new StatCommand(environment, SystemEpochClock.INSTANCE))
                        .addSubcommand(
                                new TopCommand(
                                        environment,
                                        SystemEpochClock.INSTANCE,
                                        SystemNanoClock.INSTANCE))
                        .addSubcommand(new StateDirCommand(environment))
                        .addSubcommand(new ExplainCommand(environment))
                        .addSubcommand(new OrdersCommand(environment))
                        .addSubcommand(new PositionsCommand(environment))
                        .addSubcommand(new PnlCommand(environment))
                        .addSubcommand(new NotifyCommand(environment))
                        .addSubcommand(new RecordingCommand())
                        .addSubcommand(new ExportCommand())
                        .addSubcommand(new NewStrategyCommand(environment, artifacts))
                        .addSubcommand(new VersionCommand())
                        .addSubcommand(new CommandLine.HelpCommand());
        complete(commands);
        commands.registerConverter(Path.class, new PathConverter());
        commands.setParameterExceptionHandler(WrongUsage::tell);
        commands.setExecutionExceptionHandler(Cli::onFailure);
    }

    /** Runs what the arguments say and answers the exit code; never ends the process itself. */
    public int execute(String... arguments) {
        try {
            return commands.execute(withCommand(List.of(arguments)).toArray(new String[0]));
        } catch (Error e) { // what the handler of exceptions does not get
            String missing = Shortage.of(e);
            return missing == null
                    ? broken(e, commands.getErr())
                    : tooLittle(missing, commands.getErr());
        }
    }

    private static int tooLittle(String missing, PrintWriter err) {
        err.println("hayate: this machine gives too little: " + Printable.line(missing));
        return ExitCodes.USAGE;
    }

    /**
     * Parses arguments and runs nothing, for tests.
     *
     * @throws CommandLine.ParameterException when they would be refused as wrong usage
     */
    ParseResult parse(List<String> arguments) {
        return commands.parseArgs(withCommand(arguments).toArray(new String[0]));
    }

    /** All commands, for tests. */
    CommandLine commands() {
        return commands;
    }

    /** Sends what is printed elsewhere, for tests. */
    Cli printTo(PrintWriter out, PrintWriter err) {
        commands.setOut(out).setErr(err);
        return this;
    }

    private static List<String> withCommand(List<String> arguments) {
        String first = arguments.isEmpty() ? "-" : arguments.get(0);
        if (!first.startsWith("-") || OWN_OPTIONS.contains(first)) {
            return arguments;
        }
        List<String> complete = new ArrayList<>(arguments);
        complete.add(0, DEFAULT_COMMAND);
        return complete;
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(" " + ExitCodes.OK, "ended as asked, Ctrl-C and SIGTERM included");
        codes.put(
                " " + ExitCodes.CHECK_FAILED,
                "a check failed, or a recording or journal is damaged, or has no such order");
        codes.put(
                " " + ExitCodes.USAGE,
                "wrong usage or setting, port in use, missing or broken plug-in");
        codes.put(" " + ExitCodes.NOT_CONNECTED, "could not connect or authenticate");
        codes.put(
                " " + ExitCodes.BROKEN_INVARIANT,
                "stopped by a broken invariant, or for want of memory");
        codes.put(
                " " + ExitCodes.ORDERS_LEFT,
                "ended as asked, but orders of ours are still open that were not to stay");
        return codes;
    }

    /** What all commands have in common: their help and the exit codes in it. */
    private static void complete(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.usageMessage()
                .descriptionHeading("%n")
                .commandListHeading("%nCommands:%n")
                .optionListHeading("%nOptions:%n")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(EXIT_CODES);
        if (spec.findOption("--help") == null) {
            spec.addOption(
                    OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Shows this help.")
                            .build());
        }
        command.getSubcommands().values().forEach(Cli::complete);
    }

    private static int onFailure(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (e instanceof ConfigException) {
            err.println(Printable.line(Texts.withoutPasswords(String.valueOf(e.getMessage()))));
            return ExitCodes.USAGE;
        }
        String missing = Shortage.of(e);
        if (missing != null) {
            return tooLittle(missing, err);
        }
        return broken(e, err);
    }

    private static int broken(Throwable e, PrintWriter err) {
        err.println("hayate: stopped by an error that should not happen:");
        err.println(Printable.trace(e, FRAMES_TOLD));
        return ExitCodes.BROKEN_INVARIANT;
    }
}
