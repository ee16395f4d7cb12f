package io.hayate.backtest;

import io.hayate.settings.RunConfig;
import io.hayate.simulation.LatencySpec;
import io.hayate.venue.QueueModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a backtest is told.
 *
 * @param recording a file or a folder
 * @param run the settings of the engine, the strategy and the exchange's accounts
 * @param parameters one map a run: what is changed of the strategy's
 * @param symbols what was asked for on the command line; null for those of the settings
 * @param model of the queues
 * @param latency both ways
 * @param threads how many simulations at once
 */
public record BacktestConfig(
        Path recording,
        RunConfig run,
        List<Map<String, String>> parameters,
        List<String> symbols,
        QueueModel model,
        LatencySpec latency,
        int threads) {
    public BacktestConfig {
        parameters = List.copyOf(parameters);
    }
}
