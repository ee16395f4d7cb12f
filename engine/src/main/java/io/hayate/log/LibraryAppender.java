package io.hayate.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.hayate.model.Printable;
import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;

/** Puts what libraries warn of into the queue of the log. Any thread; waits for nothing. */
final class LibraryAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private static final int FRAMES_MAX = 32;

    private final LogQueue queue;

    LibraryAppender(LogQueue queue) {
        this.queue = queue;
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (!event.getLevel().isGreaterOrEqual(Level.WARN)) {
            return;
        }
        boolean isError = event.getLevel().isGreaterOrEqual(Level.ERROR);
        NewsLevel level = isError ? NewsLevel.ERROR : NewsLevel.WARN;
        String source = event.getLoggerName() + " [" + event.getThreadName() + "]";
        News news = News.of(NewsKind.LIBRARY, level, textOf(event));
        queue.offer(new LogEntry(event.getTimeStamp(), news, source));
    }

    /** The words, and behind them where an exception comes from. */
    static String textOf(ILoggingEvent event) {
        String message = String.valueOf(event.getFormattedMessage());
        return event.getThrowableProxy() instanceof ThrowableProxy proxy
                ? message + "\n" + Printable.trace(proxy.getThrowable(), FRAMES_MAX)
                : message;
    }
}
