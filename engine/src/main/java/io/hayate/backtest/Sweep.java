package io.hayate.backtest;

import io.hayate.model.ConfigException;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.plugin.StrategyLoader;
import io.hayate.venue.QueueModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * All sets of parameters, one simulation a thread, each under three queue models: the one that was
 * chosen, the pessimistic and the optimistic. Where no model was asked one run stands for all three.
 */
final class Sweep {
    /** What came of one set of parameters. */
    record Outcome(BacktestResult chosen, BacktestResult pessimistic, BacktestResult optimistic) {}

    private final Recorded recorded;
    private final BacktestConfig config;

    Sweep(Recorded recorded, BacktestConfig config) {
        this.recorded = recorded;
        this.config = config;
    }

    /**
     * Runs all, in the order of the sets.
     *
     * @throws ConfigException when a strategy refuses its parameters: then none has run
     */
    List<Outcome> run() throws IOException, InterruptedException {
        config.parameters().forEach(this::strategy); // a wrong value is told at once
        ExecutorService threads = Executors.newFixedThreadPool(config.threads());
        try {
            List<Future<Outcome>> futures = new ArrayList<>();
            for (Map<String, String> parameters : config.parameters()) {
                Callable<Outcome> job = () -> run(parameters);
                futures.add(threads.submit(job));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> future : futures) {
                outcomes.add(get(future));
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Outcome get(Future<Outcome> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            } else if (e.getCause() instanceof UncheckedIOException cause) {
                throw cause.getCause();
            } else if (e.getCause() instanceof ConfigException cause) {
                throw cause;
            } else if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Outcome run(Map<String, String> parameters) throws IOException {
        BacktestResult chosen = run(parameters, config.model());
        boolean isAsked = chosen.fills().isModelAsked();
        return new Outcome(
                chosen,
                of(chosen, QueueModel.RISK_AVERSE, isAsked),
                of(chosen, QueueModel.OPTIMISTIC, isAsked));
    }

    private BacktestResult of(BacktestResult chosen, QueueModel model, boolean isAsked)
            throws IOException {
        return isAsked && chosen.model() != model
                ? run(chosen.parameters(), model)
                : chosen.as(model);
    }

    private BacktestResult run(Map<String, String> parameters, QueueModel model)
            throws IOException {
        return new BacktestRun(recorded, config).run(parameters, strategy(parameters), model);
    }

    private Strategy strategy(Map<String, String> changed) {
        StrategyConfig base = config.run().engine().strategy();
        Map<String, String> all = new LinkedHashMap<>(base.parameters());
        all.putAll(changed);
        return StrategyLoader.load(base.of(base.name(), all));
    }
}
