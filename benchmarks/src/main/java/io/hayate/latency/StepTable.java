package io.hayate.latency;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The figures as text, at most 100 columns wide. */
final class StepTable {
    private static final String TITLE =
            String.format(
                    Locale.ROOT,
                    "%-9s%-20s%9s%10s%10s%11s  %-20s%6s%3s",
                    "step",
                    "client",
                    "p50 us",
                    "p99 us",
                    "due p99",
                    "frames/s",
                    "p50 x (min..max)",
                    "p99 x",
                    "n");
    private static final int RATIO_MAX = 9_999; // wider ones break the columns
    private static final int FIRST_MANY = 100;
    private static final int STEADY_FROM = 300;

    private StepTable() {}

    /** One line a step and client, the steps together. */
    static List<String> lines(Campaign campaign) {
        List<String> lines = new ArrayList<>(List.of(TITLE));
        for (String step : steps(campaign)) {
            for (Trial trial : campaign.trials()) {
                if (!campaign.values(trial.label(), step, figures -> 0).isEmpty()) {
                    lines.add(line(campaign, trial, step));
                }
            }
        }
        return lines;
    }

    /** The counted steps of all trials. */
    static Set<String> steps(Campaign campaign) {
        Set<String> steps = new LinkedHashSet<>();
        for (Trial trial : campaign.trials()) {
            trial.steps().stream().filter(step -> !step.warm()).map(Step::name).forEach(steps::add);
        }
        return steps;
    }

    private static String line(Campaign campaign, Trial trial, String step) {
        String label = trial.label();
        List<Double> p50 = campaign.ratios(trial, step, figures -> figures.latency().p50());
        List<Double> p99 = campaign.ratios(trial, step, figures -> figures.latency().p99());
        return String.format(
                Locale.ROOT,
                "%-9s%-20s%9s%10s%10s%11.0f  %-20s%6s%3d",
                step,
                label,
                us(campaign.values(label, step, figures -> figures.latency().p50())),
                us(campaign.values(label, step, figures -> figures.latency().p99())),
                us(campaign.values(label, step, figures -> figures.fromDue().p99())),
                Statistics.median(campaign.values(label, step, StepFigures::framesPerSecond)),
                spread(p50),
                ratio(Statistics.median(p99)),
                campaign.countingRounds(step));
    }

    private static String us(List<Double> values) {
        double median = Statistics.median(values);
        return String.format(Locale.ROOT, median < 1_000 ? "%.1f" : "%.0f", median);
    }

    private static String spread(List<Double> ratios) {
        return ratio(Statistics.median(ratios))
                + " ("
                + ratio(Statistics.min(ratios))
                + ".."
                + ratio(Statistics.max(ratios))
                + ")";
    }

    private static String ratio(double value) {
        if (value > RATIO_MAX) {
            return ">" + RATIO_MAX;
        }
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    }

    /** What the first orders of a cold process took, in µs: medians over the rounds. */
    static List<String> firstTicks(Campaign campaign) {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        "%-20s%10s%12s%12s%12s",
                        "client", "#1 us", "2..10", "11..100", "301..600"));
        for (Trial trial : campaign.trials()) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%-20s%10.1f%12.1f%12.1f%12.1f",
                            trial.label(),
                            first(campaign, trial, 0, 1),
                            first(campaign, trial, 1, 10),
                            first(campaign, trial, 10, FIRST_MANY),
                            first(campaign, trial, STEADY_FROM, Integer.MAX_VALUE)));
        }
        return lines;
    }

    private static double first(Campaign campaign, Trial trial, int from, int to) {
        String step = trial.steps().get(0).name();
        return Statistics.median(
                campaign.values(
                        trial.label(),
                        step,
                        figures -> Statistics.medianOf(figures.firstUs(), from, to)));
    }
}
