package io.hayate.backtest.result;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of all sets of parameters.
 *
 * @param outcomes in the order of the sets
 * @param detailed the one that is told in detail: the only one, or the one with the greatest profit;
 *     null unless asked for
 */
public record SweepResult(List<SweepOutcome> outcomes, SweepOutcome detailed) {
    public SweepResult {
        outcomes = List.copyOf(outcomes);
    }

    /** The currency that most sets have traded for, of several the first by name; empty for none. */
    public static String currency(List<SweepOutcome> outcomes) {
        Map<String, Integer> counts = new TreeMap<>();
        for (SweepOutcome outcome : outcomes) {
            outcome.chosen().money().keySet().forEach(each -> counts.merge(each, 1, Integer::sum));
        }
        String most = "";
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            most = each.getValue() > counts.getOrDefault(most, 0) ? each.getKey() : most;
        }
        return most;
    }

    /** The one with the greatest profit in that currency, of equal ones the first. */
    public static SweepOutcome best(List<SweepOutcome> outcomes) {
        String currency = currency(outcomes);
        SweepOutcome best = outcomes.get(0);
        for (SweepOutcome each : outcomes) {
            boolean isBetter =
                    each.chosen().profit(currency).compareTo(best.chosen().profit(currency)) > 0;
            best = isBetter ? each : best;
        }
        return best;
    }
}
