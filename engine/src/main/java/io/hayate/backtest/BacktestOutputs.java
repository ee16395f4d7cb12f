package io.hayate.backtest;

import io.hayate.machine.ResultFiles;
import java.nio.file.Path;

/**
 * What a backtest leaves behind.
 *
 * @param isJson one JSON object is printed in place of lines
 * @param report the file of the page; null for none
 * @param compare the folder of the journal that the fills are held against; null for none
 */
public record BacktestOutputs(boolean isJson, Path report, Path compare) {
    /** True where curves and orders are kept. */
    boolean isDetailed() {
        return report != null || compare != null;
    }

    /**
     * Looks at the file of the page before anything runs.
     *
     * @throws io.hayate.model.ConfigException when it cannot be written
     */
    void check() {
        ResultFiles.check("--report", report);
    }
}
