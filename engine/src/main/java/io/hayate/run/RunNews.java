package io.hayate.run;

import io.hayate.log.EngineLog;
import io.hayate.metrics.Incidents.Incident;
import io.hayate.model.Clocks;
import io.hayate.model.Printable;
import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;
import io.hayate.news.NewsListener;
import io.hayate.news.NewsSink;
import io.hayate.news.SecretMask;
import io.hayate.notify.Notifier;
import io.hayate.session.Credentials;
import io.hayate.settings.RunConfig;
import io.hayate.settings.RunOutputs;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Who hears of a run besides its console: the log and the notifications. Any thread, but where it says
 * otherwise.
 */
final class RunNews implements NewsListener, AutoCloseable {
    private static final int FRAMES_TOLD = 4;

    private final RunConfig config;
    private final Clocks clocks;
    private final NewsListener page; // null where there is none
    private final SecretMask mask;
    private volatile EngineLog log; // null where there is none, and before it starts
    private volatile Notifier notifier; // likewise
    private volatile Consumer<String> console = line -> {};
    private long beginNs;
    private boolean isEndTold;

    /**
     * Nobody hears anything yet, but the page.
     *
     * @param page null where there is none
     */
    RunNews(RunConfig config, Clocks clocks, NewsListener page) {
        this.config = config;
        this.clocks = clocks;
        this.page = page;
        mask = new SecretMask(secrets(config));
    }

    /** All that no text may hold: of the account, the targets of notifications, and the page. */
    static List<String> secrets(RunConfig config) {
        Credentials account = config.engine().credentials();
        List<String> secrets = new ArrayList<>(List.of(account.apiKey(), account.apiSecret()));
        secrets.addAll(config.outputs().notifications().secrets());
        if (config.outputs().web().token() != null) {
            secrets.add(config.outputs().web().token());
        }
        return secrets;
    }

    /**
     * What the view tells of its lines.
     *
     * @param strategies the names of several by number
     */
    NewsSink sink(Map<Integer, String> strategies) {
        boolean isHeard =
                outputs().log().isEnabled() || outputs().notifications().isOn() || page != null;
        return isHeard ? new NewsSink(this, strategies) : NewsSink.NONE;
    }

    private RunOutputs outputs() {
        return config.outputs();
    }

    /** Starts what is to hear. Main thread. */
    void begin(Consumer<String> printer) {
        console = printer;
        beginNs = clocks.nano().nanoTime();
        if (outputs().log().isEnabled()) {
            log = EngineLog.start(outputs().log(), mask, clocks.epoch(), printer);
        }
        if (outputs().notifications().isOn()) {
            notifier = new Notifier(outputs().notifications(), mask, clocks, this::tellTrouble);
        }
    }

    /** Of a target of notifications: to all but those. */
    private void tellTrouble(String line) {
        console.accept(line);
        EngineLog hearing = log;
        if (hearing != null) {
            hearing.onNews(News.of(NewsKind.RUN, NewsLevel.WARN, line));
        }
    }

    @Override
    public void onNews(News news) {
        EngineLog hearing = log;
        if (hearing != null) {
            hearing.onNews(news);
        }
        Notifier telling = notifier;
        if (telling != null) {
            telling.onNews(news);
        }
        if (page != null) {
            String text = mask.masked(news.text());
            page.onNews(
                    new News(news.kind(), news.level(), news.strategy(), news.instrument(), text));
        }
    }

    /** What a run says of itself: on the console, and to all. */
    void print(String text) {
        print(News.of(NewsKind.RUN, NewsLevel.INFO, text));
    }

    /** Shows it on the console, and tells all. */
    void print(News news) {
        console.accept(news.text());
        onNews(news);
    }

    /** As {@link #print(News)}, what went wrong. */
    void print(Incident incident) {
        String text = describe(incident);
        if (incident.lossOf() == null) {
            print(News.of(NewsKind.INCIDENT, NewsLevel.ERROR, text));
            return;
        }
        print(new News(NewsKind.LOSS_LIMIT, NewsLevel.ERROR, incident.lossOf(), "", text));
    }

    /** An incident in words for a person. */
    static String describe(Incident incident) {
        String what = Printable.line(incident.what());
        return incident.cause() == null
                ? what
                : what + ": " + Printable.trace(incident.cause(), FRAMES_TOLD);
    }

    /**
     * Tells that the engine has ended, once: orders are canceled by now, connections closed.
     *
     * @param why in words for a person; empty when it was asked to
     * @param money what is held, and what it has brought
     */
    void onEnd(String why, List<String> money) {
        if (isEndTold) {
            return;
        }
        isEndTold = true;
        String ran =
                Duration.ofNanos(clocks.nano().nanoTime() - beginNs)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString()
                        .substring(2)
                        .toLowerCase(Locale.ROOT);
        String reason = why.isEmpty() ? "as asked" : "by itself";
        StringBuilder text = new StringBuilder("the run has ended " + reason);
        text.append(" after ").append(ran);
        text.append(why.isEmpty() ? "" : ": " + why);
        text.append(money.isEmpty() ? "" : "; " + String.join(", ", money));
        NewsLevel level = why.isEmpty() ? NewsLevel.INFO : NewsLevel.ERROR;
        onNews(News.of(NewsKind.END, level, Printable.line(text.toString())));
    }

    /** What became of the log, as a line of the summary; empty where there is none. Main thread. */
    String summary() {
        return log == null ? "" : log.summary();
    }

    /** Has what waits sent and written; waits some seconds at most. Once more: nothing. */
    @Override
    public void close() {
        if (log == null && notifier == null) {
            return;
        }
        onEnd("by an error", List.of());
        if (notifier != null) {
            notifier.close();
            notifier = null;
        }
        if (log != null) {
            log.close();
            log = null;
        }
    }
}
