package io.hayate.backtest;

import io.hayate.backtest.compare.FillComparison;
import io.hayate.backtest.compare.JournaledOrders;
import io.hayate.backtest.result.SweepResult;
import io.hayate.journal.JournalException;
import io.hayate.journal.SegmentStore;
import io.hayate.journal.file.JournalFolder;
import io.hayate.model.ConfigException;
import io.hayate.simulation.LatencySpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The fills of a live run beside those of a backtest on its recording, with the latency that the journal
 * measured where none is asked for: half of the shortest time from an order to its answer each way, and
 * what the recording says that texts were late.
 */
final class Comparison {
    private static final long SLACK_MS = 5_000; // orders at the very begin and end

    private final JournaledOrders live;
    private final BacktestConfig config;

    private Comparison(JournaledOrders live, BacktestConfig config) {
        this.live = live;
        this.config = config;
    }

    /**
     * Reads a journal in its folder, or the only one in a state folder.
     *
     * @throws ConfigException when there is none, or it has no orders of the time of the recording
     */
    static Comparison with(Path folder, Recorded recorded, BacktestConfig config) {
        if (!Files.isDirectory(folder)) {
            throw new ConfigException("--compare must be the folder of a journal: was " + folder);
        }
        List<Path> within = JournalFolder.allIn(folder);
        if (within.size() > 1) {
            throw new ConfigException(
                    "--compare must be one journal, such as " + within.get(0) + ": was " + folder);
        }
        Path journal = within.isEmpty() ? folder : within.get(0);
        return with(new JournalFolder(journal), journal.toString(), recorded, config);
    }

    /** As above, of a journal that lies anywhere. */
    static Comparison with(
            SegmentStore journal, String name, Recorded recorded, BacktestConfig config) {
        if (config.parameters().size() != 1) {
            throw new ConfigException(
                    "--compare takes one set of parameters: was " + config.parameters().size());
        }
        JournaledOrders live;
        try {
            live =
                    JournaledOrders.of(
                            journal,
                            recorded.coverage().firstMs() - SLACK_MS,
                            recorded.coverage().lastMs() + SLACK_MS);
        } catch (JournalException e) {
            throw new ConfigException("--compare " + name + ": " + e.getMessage(), e);
        }
        if (live.all().isEmpty()) {
            throw new ConfigException(
                    "--compare must be the journal of the run that was recorded: "
                            + name
                            + " has no orders of that time");
        }
        boolean isMeasured = config.latency() == null;
        long answerNs = Math.max(0, live.leastAnswerNs());
        return new Comparison(
                live, isMeasured ? config.withLatency(LatencySpec.measured(answerNs / 2)) : config);
    }

    /** The settings of the backtest, its latency among them. */
    BacktestConfig config() {
        return config;
    }

    /** Holds its fills against those of the journal. */
    FillComparison compare(SweepResult result) {
        return new FillComparison(live.all(), result.detailed().chosen().detail().orders());
    }
}
