package io.hayate.backtest.page;

import java.util.List;
import java.util.Map;

/**
 * What a page says of a backtest before its results.
 *
 * @param strategy its name and parameters
 * @param facts titles and their words, in this order
 * @param startMs when the recording begins, since 1970
 * @param gaps stretches without any text
 */
public record PageHead(String strategy, Map<String, String> facts, long startMs, List<Gap> gaps) {
    /** A stretch of time without any text. */
    public record Gap(long fromMs, long lengthMs) {}
}
