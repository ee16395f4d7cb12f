package io.hayate.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.hayate.model.Counts;
import io.hayate.news.News;
import io.hayate.news.NewsListener;
import io.hayate.news.SecretMask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.agrona.concurrent.EpochClock;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * The log of a run: hears news and what libraries warn of, and has thread {@code log} write them. A disk
 * that is full, slow or gone holds up nobody.
 */
public final class EngineLog implements NewsListener, AutoCloseable {
    private static final long REST_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long JOIN_MS = 2_000;
    private static final int TURNS_AT_END_MAX = 1_000;

    private final LogConfig config;
    private final EpochClock clock;
    private final LogQueue queue = new LogQueue();
    private final LogWriter writer;
    private final LibraryAppender libraries = new LibraryAppender(queue);
    private final Thread thread = new Thread(this::run, "log");
    private volatile boolean isEnding;

    private EngineLog(
            LogConfig config, SecretMask mask, EpochClock clock, Consumer<String> teller) {
        this.config = config;
        this.clock = clock;
        LogText text = new LogText(config.format(), mask);
        writer = new LogWriter(queue, text, new LogFile(config), clock, teller);
        thread.setDaemon(true); // a disk that does not answer must not hold up the end
    }

    /**
     * Starts the log.
     *
     * @param teller tells a person, on thread {@code log}, of a file that cannot be written, once
     */
    public static EngineLog start(
            LogConfig config, SecretMask mask, EpochClock clock, Consumer<String> teller) {
        EngineLog log = new EngineLog(config, mask, clock, teller);
        log.joinLibraries();
        log.thread.start();
        return log;
    }

    private void joinLibraries() {
        Logger root = root();
        if (root != null) {
            libraries.setContext(root.getLoggerContext());
            libraries.start();
            root.addAppender(libraries);
        }
    }

    /** Null where another library than logback stands behind slf4j. */
    private static Logger root() {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        return factory instanceof LoggerContext context
                ? context.getLogger(Logger.ROOT_LOGGER_NAME)
                : null;
    }

    @Override
    public void onNews(News news) {
        queue.offer(new LogEntry(clock.time(), news, ""));
    }

    private void run() {
        writer.open();
        while (!isEnding) {
            if (writer.doWork() == 0) {
                LockSupport.parkNanos(REST_NS);
            }
        }
        int turnsLeft = TURNS_AT_END_MAX;
        while (writer.doWork() > 0 && turnsLeft-- > 0) {
            // the queue is bounded, but somebody may still write
        }
        writer.close();
    }

    /** What became of the log, as a line of the summary. */
    public String summary() {
        String lost = writer.lost() == 0 ? "" : ", " + writer.lost() + " lost";
        return "log              " + config.file() + ", " + records() + lost + "\n";
    }

    private String records() {
        return Counts.of(writer.written(), "record");
    }

    /** Writes what waits and ends; waits two seconds at most. */
    @Override
    public void close() {
        Logger root = root();
        if (root != null) {
            root.detachAppender(libraries);
            libraries.stop();
        }
        isEnding = true;
        LockSupport.unpark(thread);
        try {
            thread.join(JOIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
