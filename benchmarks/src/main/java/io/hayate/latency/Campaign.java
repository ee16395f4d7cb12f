package io.hayate.latency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * The figures of all rounds. A figure of a client is divided by that of its base in the same round;
 * a round counts for a step if the floor, run twice in it, was as fast as itself.
 */
final class Campaign {
    private static final double AGREES_FROM = 0.9;
    private static final double AGREES_TO = 1.1;

    private final List<Trial> trials;
    private final List<Map<String, Map<String, StepFigures>>> rounds = new ArrayList<>();
    private final String twin;
    private final String again;

    /** {@code twin} and {@code again} are the labels of the two runs of the same client. */
    Campaign(List<Trial> trials, String twin, String again) {
        this.trials = trials;
        this.twin = twin;
        this.again = again;
    }

    void beginRound() {
        rounds.add(new HashMap<>());
    }

    /** Adds to the current round. */
    void add(Trial trial, Map<String, StepFigures> figures) {
        rounds.get(rounds.size() - 1).put(trial.label(), figures);
    }

    List<Trial> trials() {
        return trials;
    }

    int roundCount() {
        return rounds.size();
    }

    /** The figures of a trial's step in a round, or null. */
    StepFigures figures(int round, String label, String step) {
        return rounds.get(round).getOrDefault(label, Map.of()).get(step);
    }

    /** True if the floor against itself says that the machine was quiet enough. */
    boolean counts(int round, String step) {
        StepFigures one = figures(round, twin, step);
        StepFigures other = figures(round, again, step);
        if (one == null || other == null) {
            return false;
        }
        double ratio = other.latency().p50() / one.latency().p50();
        return ratio >= AGREES_FROM && ratio <= AGREES_TO;
    }

    /** In how many rounds a step counts. */
    int countingRounds(String step) {
        int count = 0;
        for (int round = 0; round < rounds.size(); round++) {
            count += counts(round, step) ? 1 : 0;
        }
        return count;
    }

    /** A figure of every round that has it. */
    List<Double> values(String label, String step, ToDoubleFunction<StepFigures> figure) {
        List<Double> values = new ArrayList<>();
        for (int round = 0; round < rounds.size(); round++) {
            StepFigures figures = figures(round, label, step);
            if (figures != null) {
                values.add(figure.applyAsDouble(figures));
            }
        }
        return values;
    }

    /** A figure over the base's of the same round; of rounds that count, or of all if none does. */
    List<Double> ratios(Trial trial, String step, ToDoubleFunction<StepFigures> figure) {
        return compared(trial, step, figure, (own, base) -> own / base);
    }

    /** A figure less the base's of the same round; of the same rounds. */
    List<Double> differences(Trial trial, String step, ToDoubleFunction<StepFigures> figure) {
        return compared(trial, step, figure, (own, base) -> own - base);
    }

    private List<Double> compared(
            Trial trial,
            String step,
            ToDoubleFunction<StepFigures> figure,
            DoubleBinaryOperator comparison) {
        boolean all = countingRounds(step) == 0;
        List<Double> results = new ArrayList<>();
        for (int round = 0; round < rounds.size(); round++) {
            StepFigures own = figures(round, trial.label(), step);
            StepFigures base = figures(round, trial.base(), step);
            if (own != null && base != null && (all || counts(round, step))) {
                results.add(
                        comparison.applyAsDouble(
                                figure.applyAsDouble(own), figure.applyAsDouble(base)));
            }
        }
        return results;
    }

    /** All latencies of all rounds, in ns. */
    Histogram sum(String label, String step) {
        Histogram sum = new Histogram(StepRun.LATENCY_MAX_NS, 3);
        for (int round = 0; round < rounds.size(); round++) {
            StepFigures figures = figures(round, label, step);
            if (figures != null) {
                figures.addTo(sum);
            }
        }
        return sum;
    }
}
