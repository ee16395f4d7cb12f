package io.hayate.backtest;

import io.hayate.model.ConfigException;
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
 * @param latency both ways; null for the default, which is what was measured where a journal is given
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

    /**
     * The queue model of this name.
     *
     * @param key how a complaint names it
     */
    public static QueueModel model(String key, String name) {
        QueueModel model = QueueModel.of(name);
        if (model == null) {
            throw new ConfigException(
                    key + " must be risk-averse, proportional or optimistic: was " + name);
        }
        return model;
    }

    /** The same, with the default latency where none is asked for. */
    BacktestConfig withUsualLatency() {
        return latency == null ? withLatency(LatencySpec.DEFAULT) : this;
    }

    /** The same with another latency. */
    BacktestConfig withLatency(LatencySpec other) {
        return new BacktestConfig(recording, run, parameters, symbols, model, other, threads);
    }
}
