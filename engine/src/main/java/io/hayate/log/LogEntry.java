package io.hayate.log;

import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;

/**
 * A record of the log.
 *
 * @param timeMs when it was told, in ms since 1970 UTC
 * @param source the logger and thread of a library; empty for what Hayate says
 */
record LogEntry(long timeMs, News news, String source) {
    /** What the log says of itself. */
    static LogEntry ofLog(long timeMs, String text) {
        return new LogEntry(timeMs, News.of(NewsKind.RUN, NewsLevel.WARN, text), "");
    }
}
