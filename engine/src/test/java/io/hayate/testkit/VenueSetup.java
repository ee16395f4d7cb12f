package io.hayate.testkit;

import io.hayate.settings.FaultFile;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.fault.ChaosSchedule;
import io.hayate.venue.rule.FaultRuleParser;
import java.nio.file.Path;
import java.util.List;

/** Reads what a test asks of its venue. */
final class VenueSetup {
    private static final String FILE = ".conf";

    private VenueSetup() {}

    /** These settings with these rules and files of rules. */
    static VenueConfig with(VenueConfig config, String... faults) {
        FaultConfig all = config.faults();
        for (String fault : faults) {
            all =
                    all.with(
                            fault.endsWith(FILE)
                                    ? FaultFile.read(Path.of(fault))
                                    : List.of(FaultRuleParser.parse(fault)));
        }
        return config.withFaults(all);
    }

    static VenueConfig of(Venue asked) {
        VenueConfig config =
                VenueConfig.DEFAULTS
                        .withSeed(asked.seed())
                        .withTickersPerSecond(asked.tickersPerSecond())
                        .withQuiet(asked.quiet());
        if (asked.symbols().length > 0) {
            config = config.withSymbols(List.of(asked.symbols()));
        }
        config = with(config, asked.faults());
        return asked.chaos() == 0
                ? config
                : config.withFaults(config.faults().with(ChaosSchedule.of(asked.chaos())));
    }
}
