package io.hayate.backtest;

import io.hayate.model.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
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
     * @throws ConfigException when it cannot be written
     */
    void check() {
        if (report != null && !canBeWritten(report)) {
            throw new ConfigException(
                    "--report must be a file that can be written, in a folder that exists: was "
                            + report);
        }
    }

    private static boolean canBeWritten(Path file) {
        if (Files.exists(file)) {
            return !Files.isDirectory(file) && Files.isWritable(file);
        }
        try {
            Files.delete(Files.createFile(file));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
