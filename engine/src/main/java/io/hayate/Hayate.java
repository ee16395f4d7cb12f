package io.hayate;

import io.hayate.cli.Cli;
import io.hayate.cli.Environment;
import io.hayate.engine.ExitCodes;
import io.hayate.log.LogProvider;
import io.hayate.machine.StandardDescriptors;
import io.hayate.model.ConfigException;
import io.hayate.model.Printable;
import io.hayate.run.EngineRunner;
import io.hayate.settings.RunConfig;
import io.hayate.view.terminal.ErrorStream;

/** The command line: {@code hayate run}, {@code venue}, {@code doctor} and others. */
public final class Hayate {
    private static final String CHECK_KEY = "hayate.check"; // the launcher sets it

    private Hayate() {}

    /** Starts the sub-command that the first argument names; without one, {@code run}. */
    public static void main(String[] arguments) {
        StandardDescriptors.ofProcess().fill();
        ErrorStream.install();
        LogProvider.install();
        System.exit(execute(arguments));
    }

    private static int execute(String[] arguments) {
        try {
            Environment environment = Environment.ofProcess();
            return new Cli(environment, Hayate::run).execute(arguments);
        } catch (ConfigException e) {
            System.err.println(Printable.line(String.valueOf(e.getMessage())));
            return ExitCodes.USAGE;
        }
    }

    /** With {@code -Dhayate.check=true} only as far as nothing starts. */
    private static int run(RunConfig config) {
        return Boolean.getBoolean(CHECK_KEY)
                ? EngineRunner.check(config, System.err)
                : EngineRunner.run(config, System.err);
    }
}
