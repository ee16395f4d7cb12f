package io.hayate.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What recording and being watched add to tick to trade: medians of the differences between a client with
 * it and the same without, and the ratios of all rounds. The client without beside itself, and the floor
 * beside itself, say what of it is noise.
 */
final class AdditionCost {
    private static final String TITLE =
            "What it adds, ns at p50, differences of the same round: median (least..greatest, n)";
    private static final String RATIOS =
            "Ratios at p50 of all rounds; in brackets where the floor did not agree with itself:";
    private static final double NS_PER_US = 1e3;
    private static final int RATIOS_A_LINE = 10;

    private AdditionCost() {}

    /** Lines for each step and pair; none where no client runs with an addition beside itself. */
    static List<String> lines(Campaign campaign) {
        List<Trial> compared = compared(campaign);
        List<String> lines = new ArrayList<>();
        if (!compared.isEmpty()) {
            lines.add(TITLE);
            forEach(
                    campaign,
                    compared,
                    (trial, step) -> addDifference(lines, campaign, trial, step));
            lines.add(RATIOS);
            forEach(campaign, compared, (trial, step) -> addRatios(lines, campaign, trial, step));
        }
        return lines;
    }

    /** Those with additions, and what runs twice. */
    private static List<Trial> compared(Campaign campaign) {
        Set<String> bases =
                campaign.trials().stream()
                        .filter(AdditionCost::isBesideItself)
                        .map(Trial::base)
                        .collect(Collectors.toSet());
        return bases.isEmpty()
                ? List.of()
                : campaign.trials().stream()
                        .filter(
                                trial ->
                                        isBesideItself(trial) || trial.label().endsWith(Plan.AGAIN))
                        .toList();
    }

    private static boolean isBesideItself(Trial trial) {
        return Addition.of(trial.label()) != Addition.NONE
                && trial.base().equals(Addition.plain(trial.label()));
    }

    /** What is said of a trial's step. */
    private interface Words {
        void add(Trial trial, String step);
    }

    /** A flood has no tick to trade that says anything. */
    private static void forEach(Campaign campaign, List<Trial> trials, Words words) {
        for (String step : StepTable.steps(campaign)) {
            for (Trial trial : trials) {
                boolean isFlood =
                        trial.steps().stream()
                                .anyMatch(
                                        each ->
                                                each.name().equals(step)
                                                        && each.kind() == Step.Kind.FLOOD);
                if (!isFlood) {
                    words.add(trial, step);
                }
            }
        }
    }

    private static void addDifference(
            List<String> lines, Campaign campaign, Trial trial, String step) {
        List<Double> ns =
                campaign.differences(trial, step, figures -> figures.latency().p50() * NS_PER_US);
        if (!ns.isEmpty()) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "  %-9s%-22sto %-12s%+6.0f (%+.0f..%+.0f, %d)",
                            step,
                            trial.label(),
                            trial.base(),
                            Statistics.median(ns),
                            Statistics.min(ns),
                            Statistics.max(ns),
                            ns.size()));
        }
    }

    private static void addRatios(List<String> lines, Campaign campaign, Trial trial, String step) {
        List<String> ratios = new ArrayList<>();
        for (int round = 0; round < campaign.roundCount(); round++) {
            StepFigures own = campaign.figures(round, trial.label(), step);
            StepFigures base = campaign.figures(round, trial.base(), step);
            if (own != null && base != null) {
                double ratio = own.latency().p50() / base.latency().p50();
                String form = campaign.counts(round, step) ? "%.2f" : "(%.2f)";
                ratios.add(String.format(Locale.ROOT, form, ratio));
            }
        }
        for (int from = 0; from < ratios.size(); from += RATIOS_A_LINE) {
            List<String> some = ratios.subList(from, Math.min(from + RATIOS_A_LINE, ratios.size()));
            lines.add(String.format("  %-9s%-22s%s", step, trial.label(), String.join(" ", some)));
        }
    }
}
