package io.hayate.backtest;

import io.hayate.backtest.compare.ComparisonText;
import io.hayate.backtest.compare.FillComparison;
import io.hayate.backtest.page.BacktestPage;
import io.hayate.backtest.page.PageHead;
import io.hayate.backtest.result.SweepResult;
import io.hayate.engine.ExitCodes;
import io.hayate.model.ConfigException;
import io.hayate.recording.RecordingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A whole backtest, from the settings to what is printed. Starting thread. */
public final class Backtest {
    private final BacktestConfig config;
    private final PrintWriter out;
    private final BacktestOutputs outputs;

    /** A backtest that has not begun. */
    public Backtest(BacktestConfig config, PrintWriter out, BacktestOutputs outputs) {
        this.config = config;
        this.out = out;
        this.outputs = outputs;
    }

    /** As {@link #run(Path)}, without a cache. */
    public int run() {
        return run((Path) null);
    }

    /**
     * Reads the recording, or what was kept of it, runs all sets of parameters, prints what came of them.
     *
     * @param cache a folder where what was read of recordings is kept; null for nowhere
     * @return {@link ExitCodes#OK}, or {@link ExitCodes#CHECK_FAILED} when a strategy was stopped
     * @throws ConfigException when the recording or a setting is wrong: nothing was run
     */
    public int run(Path cache) {
        outputs.check();
        try {
            return run(Recorded.read(config.recording(), cache));
        } catch (RecordingException e) {
            throw new ConfigException("--recording: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ConfigException(
                    "--recording: cannot read " + config.recording() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCodes.CHECK_FAILED;
        }
    }

    private int run(Recorded recorded) throws IOException, InterruptedException {
        Comparison comparison =
                outputs.compare() == null
                        ? null
                        : Comparison.with(outputs.compare(), recorded, config);
        BacktestConfig used = comparison == null ? config.withUsualLatency() : comparison.config();
        BacktestText text = new BacktestText(out);
        if (!outputs.isJson()) {
            text.head(recorded, used);
            out.print(recorded.note().isEmpty() ? "" : "cache      " + recorded.note() + "\n");
            out.flush();
        }
        SweepResult result = new Sweep(recorded, used).run(outputs.isDetailed());
        FillComparison fills = comparison == null ? null : comparison.compare(result);
        if (outputs.isJson()) {
            new BacktestJson(out).write(recorded, used, result, fills);
        } else {
            text.outcomes(result.outcomes());
            if (fills != null) {
                new ComparisonText(out).print(fills);
            }
        }
        out.flush();
        boolean isWritten = outputs.report() == null || report(recorded, used, result);
        boolean isWhole =
                result.outcomes().stream().allMatch(each -> each.chosen().complaint().isEmpty());
        return isWhole && isWritten ? ExitCodes.OK : ExitCodes.CHECK_FAILED;
    }

    private boolean report(Recorded recorded, BacktestConfig used, SweepResult result) {
        Map<String, String> facts = new LinkedHashMap<>();
        String name = "";
        for (BacktestFacts.Fact fact : BacktestFacts.of(recorded, used)) {
            name = fact.name().isEmpty() ? name : fact.name();
            facts.merge(name, fact.words(), (before, more) -> before + "; " + more);
        }
        List<PageHead.Gap> gaps =
                recorded.coverage().gaps().stream()
                        .map(gap -> new PageHead.Gap(gap.fromMs(), gap.lengthMs()))
                        .toList();
        String title = config.run().engine().strategy().title();
        PageHead head = new PageHead(title, facts, recorded.startMs(), gaps);
        try {
            Files.writeString(outputs.report(), new BacktestPage(head, result).html());
            return true;
        } catch (IOException e) {
            out.println("cannot write --report " + outputs.report() + ": " + e.getMessage());
            out.flush();
            return false;
        }
    }
}
