package io.hayate.cli.stat;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hayate state-dir}: where a run's state lies, for scripts. */
@Command(
        name = "state-dir",
        description = {
            "Prints the folder that state.dir of the settings names, or the usual one.",
            "The file \"kill\" in it keeps new orders in. Looks at nothing in it."
        },
        sortOptions = false,
        footerHeading = "%nExample:%n",
        footer = "  hayate state-dir --config config/live.conf")
public final class StateDirCommand implements Runnable {
    private final Places places;

    @Spec private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = {"Settings of the run. Default: config/hayate.conf in Hayate's folder."})
    private Path config;

    /** The command, with where settings are found. */
    public StateDirCommand(Places places) {
        this.places = places;
    }

    @Override
    public void run() {
        Path folder = places.configLoader().stateDir(places.settingsFile(config));
        spec.commandLine().getOut().println(folder.toAbsolutePath());
    }
}
