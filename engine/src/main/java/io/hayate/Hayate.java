package io.hayate;

import io.hayate.cli.Cli;
import io.hayate.cli.Environment;
import io.hayate.engine.EngineRunner;

/** The command line: {@code hayate run}, {@code venue}, {@code doctor} and others. */
public final class Hayate {
    private Hayate() {}

    /** Starts the sub-command that the first argument names; without one, {@code run}. */
    public static void main(String[] arguments) {
        Cli cli = new Cli(Environment.ofProcess(), config -> EngineRunner.run(config, System.err));
        System.exit(cli.execute(arguments));
    }
}
