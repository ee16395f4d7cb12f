package io.hayate.backtest;

import io.hayate.engine.ExitCodes;
import io.hayate.model.ConfigException;
import io.hayate.recording.RecordingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** A whole backtest, from the settings to what is printed. Starting thread. */
public final class Backtest {
    private final BacktestConfig config;
    private final PrintWriter out;
    private final boolean isJson;

    /**
     * A backtest that has not begun.
     *
     * @param isJson one JSON object is printed in place of lines
     */
    public Backtest(BacktestConfig config, PrintWriter out, boolean isJson) {
        this.config = config;
        this.out = out;
        this.isJson = isJson;
    }

    /**
     * Reads the recording, runs all sets of parameters, prints what came of them.
     *
     * @return {@link ExitCodes#OK}, or {@link ExitCodes#CHECK_FAILED} when a strategy was stopped
     * @throws ConfigException when the recording or a setting is wrong: nothing was run
     */
    public int run() {
        try {
            return run(Recorded.read(config.recording()));
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
        BacktestText text = new BacktestText(out);
        if (!isJson) {
            text.head(recorded, config);
            out.flush();
        }
        List<Sweep.Outcome> outcomes = new Sweep(recorded, config).run();
        if (isJson) {
            new BacktestJson(out).write(recorded, config, outcomes);
        } else {
            text.outcomes(outcomes);
        }
        out.flush();
        boolean isWhole = outcomes.stream().allMatch(each -> each.chosen().complaint().isEmpty());
        return isWhole ? ExitCodes.OK : ExitCodes.CHECK_FAILED;
    }
}
