package io.hayate.settings;

import io.hayate.engine.EngineConfig;
import io.hayate.model.ConfigException;
import io.hayate.paper.PaperConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.view.terminal.ConsoleConfig;
import java.time.Duration;

/**
 * All that a run is told: the engine, and what stands around it.
 *
 * @param venue the embedded venue; of no use with another
 * @param paper whether the embedded venue has the prices of a public exchange, and its account's terms
 * @param warmUpMs how long the rehearsal may take; 0 for none
 * @param duration when to end; null to go on until asked
 * @param outputs what it leaves behind
 * @param origins where each setting was written, for complaints that come later
 */
public record RunConfig(
        EngineConfig engine,
        VenueConfig venue,
        PaperConfig paper,
        ConsoleConfig console,
        int warmUpMs,
        Duration duration,
        RunOutputs outputs,
        Origins origins) {
    /** The same without an account: market data alone is heard. */
    public RunConfig withoutAccount() {
        return new RunConfig(
                engine.withoutAccount(),
                venue,
                paper,
                console,
                warmUpMs,
                duration,
                outputs,
                origins);
    }

    /** True when lines are read from standard input. */
    public boolean prompt() {
        return console.prompt();
    }

    /** The complaint with the place where the setting that it names was written. */
    public ConfigException locate(ConfigException complaint) {
        return origins.locate(complaint);
    }
}
