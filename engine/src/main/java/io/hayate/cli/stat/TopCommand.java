package io.hayate.cli.stat;

import io.hayate.engine.ExitCodes;
import io.hayate.stat.EngineFinder;
import io.hayate.stat.FoundEngine;
import io.hayate.stat.StatFigures;
import io.hayate.stat.StatText;
import io.hayate.stat.top.TopScreen;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.agrona.concurrent.EpochClock;
import org.agrona.concurrent.NanoClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hayate top}: the figures of an engine in another process, on the terminal. */
@Command(
        name = "top",
        description = {
            "Shows the figures of an engine of this user over the whole terminal, anew",
            "each second. Reads its counters' file; disturbs nothing. Keys: q ends;",
            "j, k, space and b go through what is longer than the terminal."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  hayate top", "  hayate top --pid 4711"})
public final class TopCommand implements Callable<Integer> {
    private final Places places;
    private final EpochClock epoch;
    private final NanoClock nano;

    @Mixin private EngineOptions engine;

    /** The command, with where settings are found and what time it is. */
    public TopCommand(Places places, EpochClock epoch, NanoClock nano) {
        this.places = places;
        this.epoch = epoch;
        this.nano = nano;
    }

    @Override
    public Integer call() throws IOException {
        FoundEngine found = engine.find(places);
        boolean hasColors = places.variables().getOrDefault("NO_COLOR", "").isEmpty();
        try (TopScreen screen = TopScreen.open(nano, hasColors)) {
            screen.show(new Pages(found));
        }
        return ExitCodes.OK;
    }

    /** The figures each time as they are then, with rates from the second on. */
    private final class Pages implements Supplier<String> {
        private FoundEngine found;
        private StatFigures before;

        private Pages(FoundEngine found) {
            this.found = found;
        }

        @Override
        public String get() {
            if (before != null && found.isRunning()) {
                found = EngineFinder.again(found);
            }
            String page = StatText.of(found, before, epoch.time());
            before = new StatFigures(found.image());
            return page;
        }
    }
}
