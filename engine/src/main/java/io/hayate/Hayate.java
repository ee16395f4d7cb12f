package io.hayate;

import io.hayate.cli.Cli;
import io.hayate.cli.Environment;
import io.hayate.engine.EngineRunner;
import io.hayate.engine.ExitCodes;
import io.hayate.machine.StandardDescriptors;
import io.hayate.model.ConfigException;
import io.hayate.model.Printable;

/** The command line: {@code hayate run}, {@code venue}, {@code doctor} and others. */
public final class Hayate {
    private Hayate() {}

    /** Starts the sub-command that the first argument names; without one, {@code run}. */
    public static void main(String[] arguments) {
        StandardDescriptors.ofProcess().fill();
        System.exit(execute(arguments));
    }

    private static int execute(String[] arguments) {
        try {
            Environment environment = Environment.ofProcess();
            return new Cli(environment, config -> EngineRunner.run(config, System.err))
                    .execute(arguments);
        } catch (ConfigException e) {
            System.err.println(Printable.line(String.valueOf(e.getMessage())));
            return ExitCodes.USAGE;
        }
    }
}
