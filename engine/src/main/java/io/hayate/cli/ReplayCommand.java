package io.hayate.cli;

import io.hayate.engine.ExitCodes;
import io.hayate.model.ConfigException;
import io.hayate.model.Printable;
import io.hayate.recording.RecordingException;
import io.hayate.run.ReplayRunner;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.agrona.concurrent.SystemNanoClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hayate replay}: a recording through the engine again. */
@Command(
        name = "replay",
        description = {
            "Drives the engine with a recording of a run: the same frames at the same",
            "times, the same commands. What it sends is compared with what was sent; the",
            "first difference is shown, and is exit code 1. Nothing leaves the process.",
            "Recordings of others, and those made by cut and merge, hold no commands: then",
            "nothing is compared, and decisions may differ."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hayate run --record days/today --strategy sma-cross --duration 1m",
            "  hayate replay days/today",
            "  hayate replay days/today --param fast=7      what would it have done?",
            "  hayate replay BITFINEX.ws.1.0 --strategy imbalance"
        })
final class ReplayCommand implements Callable<Integer> {
    private final Environment environment;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "RECORDING", description = "A file, or a folder of files.")
    private Path recording;

    @Option(
            names = "--speed",
            paramLabel = "TIMES",
            description = "1x, 10x or so: as fast as it was, or ten times. Default: max.")
    private String speed = ReplayRunner.MAX;

    @Mixin private StrategyOptions strategy;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    ReplayCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        ConfigLoader loader = environment.configLoader();
        Overrides overrides = new Overrides();
        strategy.addTo(overrides);
        PrintWriter out = spec.commandLine().getOut();
        try {
            ReplayRunner runner =
                    new ReplayRunner(
                            loader,
                            overrides,
                            ReplayRunner.speedOf(speed),
                            SystemNanoClock.INSTANCE);
            boolean isSame = runner.run(recording, json, out);
            out.flush();
            return isSame ? ExitCodes.OK : ExitCodes.CHECK_FAILED;
        } catch (RecordingException e) {
            throw new ConfigException(Printable.line(e.getMessage()), e);
        } catch (IOException e) {
            throw new ConfigException("cannot read " + recording + ": " + e.getMessage(), e);
        }
    }
}
