package io.hayate.cli;

import io.hayate.doctor.Doctor;
import io.hayate.doctor.Report;
import io.hayate.doctor.ReportJson;
import io.hayate.doctor.ReportText;
import io.hayate.doctor.RunSettings;
import io.hayate.doctor.Status;
import io.hayate.engine.ExitCodes;
import io.hayate.model.Clocks;
import io.hayate.model.ConfigException;
import io.hayate.model.Settings;
import io.hayate.model.Texts;
import io.hayate.run.EngineRunner;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.settings.RunConfig;
import io.hayate.settings.VenueUrl;
import io.hayate.state.StateDir;
import io.hayate.transport.IoKind;
import io.hayate.transport.tls.TlsKind;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.SystemNanoClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hayate doctor}: measures this machine and says what to change. */
@Command(
        name = "doctor",
        description = {
            "Measures this machine and says what to change for trading threads.",
            "It changes nothing itself. Each line: ok, warn (works, could be better)",
            "or fail (trading would be hurt). Exit code 1 if any line says fail."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hayate doctor",
            "  hayate doctor --seconds 60",
            "  hayate doctor --config live.conf --venue wss://api-pub.bitfinex.com/ws/2",
            "  hayate doctor --json | jq -r '.checks[] | select(.status != \"ok\") | .name'"
        })
final class DoctorCommand implements Callable<Integer> {
    private static final int SECONDS_MAX = 3_600;

    private final Environment environment;

    @Spec private CommandSpec spec;

    @Option(
            names = "--seconds",
            paramLabel = "NUMBER",
            defaultValue = "3",
            description = "How long to measure, 1 to 3600. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--json", description = "Prints one JSON object; times in ns.")
    private boolean json;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = {
                "Settings that a run would have: says whether it takes them, and looks at",
                "their state.dir and credentials.file. Default: config/hayate.conf in",
                "Hayate's folder."
            })
    private Path config;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "Looks at who may read this file, in place of credentials.file.")
    private Path keyFile;

    @Option(
            names = "--venue",
            paramLabel = "URL",
            description = {
                "Compares the clock with that of this venue, such as",
                "wss://api-pub.bitfinex.com/ws/2. Without it nothing is connected to."
            })
    private String venue;

    DoctorCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Settings.checkRange(seconds, 1, SECONDS_MAX, "--seconds");
        Optional<URI> asked = Optional.ofNullable(venue).map(DoctorCommand::venueOf);
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.println("Measuring for " + seconds + " s, with one core fully busy ...");
            out.flush();
        }
        Report report =
                Doctor.examine(
                        seconds,
                        settings(),
                        asked,
                        new Clocks(SystemNanoClock.INSTANCE, SystemEpochClock.INSTANCE));
        if (json) {
            out.println(ReportJson.of(report));
        } else {
            out.print(ReportText.of(report));
            out.flush();
        }
        return report.worst() == Status.FAIL ? ExitCodes.CHECK_FAILED : ExitCodes.OK;
    }

    private RunSettings settings() {
        Path file = environment.settingsFile(config);
        ConfigLoader loader = environment.configLoader();
        String refusal = "";
        IoKind io = IoKind.AUTO;
        TlsKind tls = TlsKind.AUTO;
        try {
            RunConfig read = loader.load(file, new Overrides());
            io = read.engine().transport().io();
            tls = read.engine().transport().tls();
            refusal = refusalOf(read);
        } catch (ConfigException e) {
            refusal = Texts.withoutPasswords(e.getMessage());
        }
        Path state = place(() -> loader.stateDir(file), defaultState());
        Path keys = keyFile != null ? keyFile : place(() -> loader.credentialsFile(file), null);
        return new RunSettings(
                Optional.ofNullable(file), refusal, state, Optional.ofNullable(keys), io, tls);
    }

    private Path defaultState() {
        return place(
                () -> StateDir.defaultPath(environment.variables(), environment.userHome()),
                environment.home());
    }

    /** What is found only after the settings were read: names that mean nothing, too little memory. */
    private static String refusalOf(RunConfig read) {
        try {
            EngineRunner.check(read, System.err);
            return "";
        } catch (ConfigException e) {
            return read.locate(e).getMessage();
        }
    }

    /** Where settings lie that can be read so far; what keeps them from it is told as a refusal. */
    private static Path place(Supplier<Path> reader, Path otherwise) {
        try {
            return reader.get();
        } catch (ConfigException e) {
            return otherwise;
        }
    }

    private static URI venueOf(String text) {
        URI url = VenueUrl.parseOption("--venue", text);
        if (url.getHost() == null) {
            throw new ConfigException(
                    "--venue must have a host without _, or its IP address, to compare clocks: was "
                            + url);
        }
        return url;
    }
}
