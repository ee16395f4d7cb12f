package io.hayate.cli.stat;

import io.hayate.engine.ExitCodes;
import io.hayate.stat.EngineFinder;
import io.hayate.stat.FoundEngine;
import io.hayate.stat.StatFigures;
import io.hayate.stat.StatJson;
import io.hayate.stat.StatText;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.EpochClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hayate stat}: the figures of a running engine, or of the one that ended last. */
@Command(
        name = "stat",
        description = {
            "Shows the figures of an engine of this user that runs, or of the one of the",
            "state folder that ended last: rates, channels, orders, positions, latency.",
            "Reads its counters' file; disturbs nothing."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hayate stat",
            "  hayate stat --watch                 with rates, every second",
            "  hayate stat --pid 4711 --json | jq .totals.fills",
            "  hayate stat --dir ~/.local/state/hayate"
        })
public final class StatCommand implements Callable<Integer> {
    private static final long PERIOD_MS = 1_000;

    private final Places places;
    private final EpochClock clock;

    @Spec private CommandSpec spec;
    @Mixin private EngineOptions engine;

    @Option(names = "--json", description = "Prints one JSON object a line; times in ns.")
    private boolean json;

    @Option(
            names = "--watch",
            description = "Prints again every second, with rates, until the engine ends.")
    private boolean watch;

    /** The command, with where settings are found and what time it is. */
    public StatCommand(Places places, EpochClock clock) {
        this.clock = clock;
        this.places = places;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        FoundEngine found = engine.find(places);
        print(out, found, null);
        while (watch && found.isRunning() && !out.checkError()) {
            TimeUnit.MILLISECONDS.sleep(PERIOD_MS);
            StatFigures before = new StatFigures(found.image());
            found = EngineFinder.again(found);
            print(out, found, before);
        }
        return ExitCodes.OK;
    }

    private void print(PrintWriter out, FoundEngine found, StatFigures before) {
        if (json) {
            out.print(StatJson.of(found, before));
        } else {
            out.print(StatText.of(found, before, clock.time()));
            out.print(watch ? System.lineSeparator() : "");
        }
        out.flush();
    }
}
