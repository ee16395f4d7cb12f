package io.hayate.backtest;

import io.hayate.backtest.result.BacktestResult;
import io.hayate.backtest.result.SweepOutcome;
import io.hayate.backtest.result.SweepResult;
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
    private final Recorded recorded;
    private final BacktestConfig config;

    Sweep(Recorded recorded, BacktestConfig config) {
        this.recorded = recorded;
        this.config = config;
    }

    /**
     * Runs all, in the order of the sets.
     *
     * @param isDetailed whether one is told in detail; of several the best is run once more for that
     * @throws ConfigException when a strategy refuses its parameters: then none has run
     */
    SweepResult run(boolean isDetailed) throws IOException, InterruptedException {
        config.parameters().forEach(this::strategy); // a wrong value is told at once
        boolean isOne = config.parameters().size() == 1;
        List<SweepOutcome> outcomes = run(config.parameters(), isDetailed && isOne);
        if (!isDetailed) {
            return new SweepResult(outcomes, null);
        } else if (isOne) {
            return new SweepResult(outcomes, outcomes.get(0));
        }
        Map<String, String> best = SweepResult.best(outcomes).chosen().parameters();
        return new SweepResult(outcomes, run(List.of(best), true).get(0));
    }

    private List<SweepOutcome> run(List<Map<String, String>> sets, boolean isDetailed)
            throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(config.threads());
        try {
            List<Future<SweepOutcome>> futures = new ArrayList<>();
            for (Map<String, String> parameters : sets) {
                Callable<SweepOutcome> job = () -> run(parameters, isDetailed);
                futures.add(threads.submit(job));
            }
            List<SweepOutcome> outcomes = new ArrayList<>();
            for (Future<SweepOutcome> future : futures) {
                outcomes.add(get(future));
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static SweepOutcome get(Future<SweepOutcome> future)
            throws IOException, InterruptedException {
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

    private SweepOutcome run(Map<String, String> parameters, boolean isDetailed)
            throws IOException {
        BacktestResult chosen = run(parameters, config.model(), isDetailed);
        return new SweepOutcome(
                chosen,
                of(chosen, QueueModel.RISK_AVERSE, isDetailed),
                of(chosen, QueueModel.OPTIMISTIC, isDetailed));
    }

    private BacktestResult of(BacktestResult chosen, QueueModel model, boolean isDetailed)
            throws IOException {
        boolean isAnother = chosen.fills().isModelAsked() && chosen.model() != model;
        return isAnother ? run(chosen.parameters(), model, isDetailed) : chosen.as(model);
    }

    private BacktestResult run(Map<String, String> parameters, QueueModel model, boolean isDetailed)
            throws IOException {
        return new BacktestRun(recorded, config)
                .run(parameters, strategy(parameters), model, isDetailed);
    }

    private Strategy strategy(Map<String, String> changed) {
        StrategyConfig base = config.run().engine().strategy();
        Map<String, String> all = new LinkedHashMap<>(base.parameters());
        all.putAll(changed);
        return StrategyLoader.load(base.of(base.name(), all));
    }
}
