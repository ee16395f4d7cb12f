package io.hayate.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a recorder adds to tick to trade: medians of the differences between a client that records and the
 * same without, round by round. The floor beside itself says what of it is noise.
 */
final class RecordingCost {
    private static final String TITLE =
            "What recording adds, ns at p50, differences of the same round:"
                    + " median (least..greatest, n)";
    private static final double NS_PER_US = 1e3;

    private RecordingCost() {}

    /** One line a step and pair; none where no client records beside itself. */
    static List<String> lines(Campaign campaign) {
        List<Trial> recording =
                campaign.trials().stream().filter(RecordingCost::isBesideItself).toList();
        List<String> lines = new ArrayList<>();
        if (!recording.isEmpty()) {
            lines.add(TITLE);
            for (String step : StepTable.steps(campaign)) {
                for (Trial trial : campaign.trials()) {
                    if (recording.contains(trial) || trial.label().equals(Plan.FLOOR_AGAIN)) {
                        addLine(lines, campaign, trial, step);
                    }
                }
            }
        }
        return lines;
    }

    private static boolean isBesideItself(Trial trial) {
        return Clients.isRecording(trial.label())
                && trial.base().equals(Clients.withoutRecorder(trial.label()));
    }

    /** A flood has no tick to trade that says anything. */
    private static void addLine(List<String> lines, Campaign campaign, Trial trial, String step) {
        boolean isFlood =
                trial.steps().stream()
                        .anyMatch(
                                each -> each.name().equals(step) && each.kind() == Step.Kind.FLOOD);
        List<Double> ns =
                campaign.differences(trial, step, figures -> figures.latency().p50() * NS_PER_US);
        if (!isFlood && !ns.isEmpty()) {
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
}
