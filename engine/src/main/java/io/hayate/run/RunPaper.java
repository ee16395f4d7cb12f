package io.hayate.run;

import io.hayate.engine.Engine;
import io.hayate.event.CommandType;
import io.hayate.event.TrafficTap;
import io.hayate.model.Channel;
import io.hayate.model.Counts;
import io.hayate.model.MarketChannel;
import io.hayate.model.Printable;
import io.hayate.paper.PaperTap;
import io.hayate.paper.PaperVenue;
import io.hayate.settings.RunConfig;
import io.hayate.venue.exchange.MirrorInputs;
import io.hayate.venue.server.SimulatedVenue;
import java.io.IOException;

/** The paper side of a run; nothing where orders are not of paper. Main thread. */
final class RunPaper {
    private final RunConfig config;
    private final TrafficTap recorder;
    private final PaperTap tap; // null where orders are not of paper
    private SimulatedVenue venue; // of the account

    RunPaper(RunConfig config, TrafficTap recorder) {
        this.config = config;
        this.recorder = recorder;
        tap = config.paper().isEnabled() ? new PaperTap(recorder) : null;
    }

    boolean isOn() {
        return tap != null;
    }

    /** What hears of the traffic. */
    TrafficTap tap() {
        return tap == null ? recorder : tap;
    }

    /**
     * Starts the account's venue.
     *
     * @throws IOException when the public exchange does not tell its prices
     */
    SimulatedVenue start() throws IOException {
        venue = PaperVenue.start(config.paper(), config.venue(), config.engine(), tap);
        return venue;
    }

    /** Why it did not start. */
    String complaint(IOException cause) {
        return "paper trading needs the prices of "
                + config.engine().venue().publicUrl().getHost()
                + ", which cannot be read: "
                + Printable.line("" + cause);
    }

    /** What became of it, as a line of the summary; empty where orders are not of paper. */
    String summary() {
        if (tap == null) {
            return "";
        }
        long[] fills = venue.ofMirror(RunPaper::fills);
        return "PAPER            orders reached nobody; "
                + Counts.of(fills[0], "maker fill")
                + ", "
                + fills[1]
                + " by the queue model alone\n";
    }

    private static long[] fills(MirrorInputs mirror) {
        return new long[] {mirror.fills().count(), mirror.fills().uncertain()};
    }

    /** A line about an order, marked. */
    String marked(String line) {
        return tap == null ? line : config.paper().mark() + " " + line;
    }

    /** Asks for fresh books where the account's venue has lost texts. */
    void keepHouse(Engine engine) {
        if (tap == null || !tap.isSnapshotWanted()) {
            return;
        }
        engine.incidents()
                .tell(
                        "paper: texts came faster than its venue took them: books are asked for anew");
        for (int id = 0; id < engine.channels().count(); id++) {
            MarketChannel channel = engine.channels().get(id);
            if (channel.spec().channel() == Channel.BOOK) {
                engine.commands().offer(CommandType.RESYNC, id, 0);
            }
        }
    }
}
