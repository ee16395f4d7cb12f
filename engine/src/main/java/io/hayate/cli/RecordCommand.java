package io.hayate.cli;

import io.hayate.settings.Overrides;
import io.hayate.settings.RunConfig;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hayate record}: a run that hears market data alone, and records it. */
@Command(
        name = "record",
        description = {
            "Records a venue's market data into files: each text as it came, with its",
            "time. No account is opened, and no order leaves."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hayate record --config config/live.conf --symbol BTCUSD --duration 1h",
            "  hayate record days/today --channel \"book BTCUSD R0 F0 250\"",
            "  hayate recording info days/today"
        })
final class RecordCommand implements Callable<Integer> {
    private final Environment environment;
    private final ToIntFunction<RunConfig> engine;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "Where the files go. Default: record.dir, else recordings in state.dir.")
    private Path folder;

    @Mixin private HeardOptions heard;

    @Option(names = "--no-console", description = "Reads no commands and shows no prompt.")
    private boolean noConsole;

    RecordCommand(Environment environment, ToIntFunction<RunConfig> engine) {
        this.environment = environment;
        this.engine = engine;
    }

    @Override
    public Integer call() {
        return heard.run(
                environment, overrides(), read -> engine.applyAsInt(read.withoutAccount()));
    }

    private Overrides overrides() {
        Overrides overrides = heard.overrides().prompt(!noConsole);
        overrides.set("hayate record", "record.enabled", true);
        overrides.set("hayate record", "trading.enabled", false);
        overrides.set("hayate record", "strategy.name", "printer");
        if (folder != null) {
            RunOutputOptions.record("DIR", folder, overrides);
        }
        return overrides;
    }
}
