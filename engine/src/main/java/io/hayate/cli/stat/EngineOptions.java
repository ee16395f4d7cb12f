package io.hayate.cli.stat;

import io.hayate.metrics.file.CountersConfig;
import io.hayate.metrics.file.LiveFolder;
import io.hayate.settings.ConfigLoader;
import io.hayate.stat.EngineFinder;
import io.hayate.stat.FoundEngine;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which engine is looked at. */
final class EngineOptions {
    @ArgGroup private Which which;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = {
                "Settings of the run: their counters.dir and state.dir say where to look.",
                "Default: config/hayate.conf in Hayate's folder."
            })
    private Path config;

    /** At most one of the two. */
    private static final class Which {
        @Option(
                names = "--pid",
                paramLabel = "NUMBER",
                description = "The engine of this process. Default: the only one that runs.")
        private Long pid;

        @Option(
                names = "--dir",
                paramLabel = "DIR",
                description = {
                    "The engine of this state folder, or a file of counters itself, such as",
                    "a copy."
                })
        private Path dir;
    }

    /** Finds it. */
    FoundEngine find(Places places) {
        Path file = places.settingsFile(config);
        ConfigLoader loader = places.configLoader();
        CountersConfig counters = loader.counters(file);
        EngineFinder finder =
                new EngineFinder(new LiveFolder(counters.dir()), loader.stateDir(file));
        if (which != null && which.pid != null) {
            return finder.ofPid(which.pid);
        }
        return which != null ? finder.in(which.dir) : finder.any();
    }
}
