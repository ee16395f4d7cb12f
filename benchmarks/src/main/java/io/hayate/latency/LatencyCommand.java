package io.hayate.latency;

import io.hayate.cli.Environment;
import io.hayate.cli.ToolCommand;
import io.hayate.transport.tls.RunCertificate;
import io.hayate.view.terminal.ErrorStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code scripts/latency}: measures tick to trade and prints what it found. */
@Command(
        name = "latency",
        description = {
            "Measures tick to trade over loopback sockets: a venue that stamps the clock, and",
            "clients that take turns, each in a process of its own.",
            ""
        },
        sortOptions = false,
        footerHeading =
                "%nExit codes: 0 all rounds complete, 1 something missing, 2 wrong usage.%n")
public final class LatencyCommand implements Callable<Integer> {
    private static final int ROUNDS_MAX = 1_000;
    private static final int SYMBOLS_MAX = 250;
    private static final int WARM_UP_MAX = 60;
    private static final int GAP_MAX_US = 1_000_000;

    @Spec private CommandSpec spec;

    @Option(names = "--rounds", paramLabel = "N", description = "Default: 5.")
    private int rounds = 5;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            description = {
                "Of each of the two steps that are not counted, 1 to 60; what runs beside the",
                "trading threads is compiled late. Default: 2."
            })
    private int warmUp = 2;

    @Option(names = "--quick", description = "One short round: shows that all runs, not how fast.")
    private boolean quick;

    @Option(
            names = "--clients",
            paramLabel = "NAME",
            split = ",",
            hideParamSyntax = true,
            description = {
                "Of one-thread, split, naive and tutorial, the default; and of the first two with",
                "-recording or -watched behind their names. The floor always."
            })
    private List<String> clients = Clients.USUAL;

    @Option(
            names = "--idle",
            paramLabel = "MODE",
            description = "Hayate's idling: busy-spin, yielding or blocking. Default: busy-spin.")
    private String idle = "busy-spin";

    @Option(
            names = "--symbols",
            paramLabel = "N",
            split = ",",
            hideParamSyntax = true,
            description =
                    "Tickers on the connection; more numbers, more trials. Default: 1,25,100.")
    private List<Integer> symbols = List.of(1, 25, 100);

    @Option(
            names = "--apart",
            description = {
                "Keeps all other threads of clients off the core of their hot thread, as where",
                "that core is isolated. Default: they float."
            })
    private boolean apart;

    @Option(
            names = "--first-ticks",
            description = "Instead: the first orders of cold processes, one by one.")
    private boolean firstTicks;

    @Option(
            names = "--rig",
            paramLabel = "DIR",
            description = "Instead, or with --first-ticks: against the rig in C, built from here.")
    private Path rig;

    @Option(
            names = "--gaps",
            paramLabel = "US",
            split = ",",
            hideParamSyntax = true,
            description = {
                "Instead of the usual steps: closed loops with these pauses, in microseconds, as",
                "50,1000,20000."
            })
    private List<Integer> gaps = List.of();

    @Option(names = "--tls", description = "Over wss, with a certificate made for this run.")
    private boolean tls;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "For all files. Default: target/latency/TIME in Hayate's folder.")
    private Path out;

    private LatencyCommand() {}

    /** Runs it; the process ends with its exit code. */
    public static void main(String[] arguments) {
        ErrorStream.install();
        CommandLine line = ToolCommand.of(new LatencyCommand());
        line.getCommandSpec().addOption(help());
        line.setExecutionExceptionHandler(LatencyCommand::tellFailure);
        System.exit(line.execute(arguments));
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this.")
                .build();
    }

    private static int tellFailure(Exception e, CommandLine line, CommandLine.ParseResult given) {
        System.err.println("latency: " + (e instanceof FileSystemException ? e : e.getMessage()));
        return 1;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        check(rounds >= 1 && rounds <= ROUNDS_MAX, "--rounds must be from 1 to 1000");
        check(warmUp >= 1 && warmUp <= WARM_UP_MAX, "--warm-up must be from 1 to 60");
        check(Clients.NAMES.containsAll(clients), "--clients must be of " + Clients.NAMES);
        check(
                List.of("busy-spin", "yielding", "blocking").contains(idle),
                "--idle must be busy-spin, yielding or blocking");
        check(
                symbols.stream().allMatch(count -> count >= 1 && count <= SYMBOLS_MAX),
                "--symbols must be from 1 to 250");
        check(
                gaps.stream().allMatch(us -> us >= 1 && us <= GAP_MAX_US),
                "--gaps must be from 1 to 1000000");
        check(
                rig == null || Files.isRegularFile(rig.resolve("venue.c")),
                "--rig must be a folder with venue.c and client.c");
        Path home = Environment.ofProcess().home();
        Path folder = Files.createDirectories(folder(home)).toAbsolutePath();
        Path jar = folder.resolve("classes.jar"); // a build meanwhile does not touch it
        Files.copy(ownJar(), jar, StandardCopyOption.REPLACE_EXISTING);
        jar.toFile().deleteOnExit();
        JvmCommands jvm = new JvmCommands(home, jar);
        RunCertificate certificate = tls ? RunCertificate.make(folder) : null;
        Path trusted = tls ? certificate.certificate() : null;
        Clients chosen = Clients.of(clients, jvm, idle, folder, trusted);
        return new LatencyRun(jvm, folder, plan(), chosen, new Pins(apart), certificate)
                .run(firstTicks, rig);
    }

    private void check(boolean holds, String rule) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), rule);
        }
    }

    private Path folder(Path home) {
        String time =
                DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss")
                        .format(LocalDateTime.now(ZoneId.systemDefault()));
        return out != null ? out : home.resolve("target").resolve("latency").resolve(time);
    }

    private static Path ownJar() {
        return Path.of(System.getProperty("java.class.path")).toAbsolutePath();
    }

    private Plan plan() {
        List<Integer> counts = new ArrayList<>(symbols);
        return quick
                ? new Plan(0.5, 1, 1, counts, gaps)
                : new Plan(2, warmUp, rounds, counts, gaps);
    }
}
