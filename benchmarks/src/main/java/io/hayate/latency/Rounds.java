package io.hayate.latency;

import io.hayate.model.Counts;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lets the trials take turns, round by round, and tells how it goes. */
final class Rounds {
    private final TrialRunner runner;
    private final int count;
    private final PrintStream progress;
    private final List<String> failures = new ArrayList<>();
    private final Map<String, List<String>> lastWords = new HashMap<>();

    Rounds(TrialRunner runner, int count, PrintStream progress) {
        this.runner = runner;
        this.count = count;
        this.progress = progress;
    }

    /** Runs all rounds; a trial that fails in one does not end them. */
    void run(Campaign campaign) throws InterruptedException {
        for (int round = 1; round <= count; round++) {
            campaign.beginRound();
            for (Trial trial : campaign.trials()) {
                progress.printf(Locale.ROOT, "round %d of %d: %s%n", round, count, trial.label());
                run(campaign, trial, round);
            }
        }
    }

    private void run(Campaign campaign, Trial trial, int round) throws InterruptedException {
        try {
            Outcome outcome = runner.run(trial);
            lastWords.put(trial.label(), outcome.clientWords());
            campaign.add(trial, outcome.figures());
            check(trial, outcome.figures(), round);
        } catch (TrialFailure e) {
            failures.add("round " + round + ", " + e.getMessage());
            progress.println(e.getMessage());
        }
    }

    /** A step with an order too few or too many is no result. */
    private void check(Trial trial, Map<String, StepFigures> figures, int round) {
        for (Step step : trial.steps()) {
            StepFigures found = figures.get(step.name());
            if (!step.warm() && (found == null || !found.isComplete())) {
                figures.remove(step.name());
                failures.add(
                        String.format(
                                Locale.ROOT,
                                "round %d, %s, step %s: %s; see %s-client.log",
                                round,
                                trial.label(),
                                step.name(),
                                found == null ? "not run" : trouble(found),
                                ReportFiles.fileName(trial.label())));
            }
        }
    }

    private static String trouble(StepFigures figures) {
        return String.format(
                Locale.ROOT,
                "%d of %s without order, %s extra",
                figures.missed(),
                Counts.of(figures.triggers(), "trigger"),
                Counts.of(figures.extra(), "order"));
    }

    /** What went wrong, one entry a failure; none if all rounds are complete. */
    List<String> failures() {
        return failures;
    }

    /** What the client of a trial said at its end, the last time. */
    List<String> lastWords(String label) {
        return lastWords.getOrDefault(label, List.of());
    }
}
