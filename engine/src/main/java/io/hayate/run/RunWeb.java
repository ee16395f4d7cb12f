package io.hayate.run;

import io.hayate.event.BothReaders;
import io.hayate.metrics.TickToTrade;
import io.hayate.model.Clocks;
import io.hayate.monitor.EngineMonitor;
import io.hayate.news.NewsListener;
import io.hayate.settings.RunConfig;
import io.hayate.view.EngineAnswers;
import io.hayate.view.EngineLink;
import io.hayate.view.web.LiveLog;
import io.hayate.view.web.LiveView;
import io.hayate.view.web.PrometheusText;
import io.hayate.view.web.server.WebServer;

/** The page of a run, where its settings want one. Main thread, but where it says otherwise. */
final class RunWeb implements AutoCloseable {
    private final RunConfig config;
    private final Clocks clocks;
    private final LiveLog log;
    private LiveView view; // null where there is none
    private volatile WebServer server; // null until it listens

    RunWeb(RunConfig config, Clocks clocks) {
        this.config = config;
        this.clocks = clocks;
        log = new LiveLog(clocks.epoch());
    }

    /** Who hears what is said in a run; null where there is no page. */
    NewsListener listener() {
        return config.outputs().web().isEnabled() ? log : null;
    }

    /**
     * What the console's view hears of an engine: the page hears it, too, where one is wanted.
     *
     * @param answers asked on threads {@code web} and {@code web-slow}, too
     * @param news hears what browsers ask for
     */
    EngineLink heard(
            EngineLink link,
            EngineAnswers answers,
            TickToTrade times,
            EngineMonitor monitor,
            RunState state,
            NewsListener news) {
        if (!config.outputs().web().isEnabled()) {
            return link;
        }
        LiveView.Shown shown =
                new LiveView.Shown(link.instruments(), link.channels(), link.commands(), state);
        view =
                new LiveView(
                        shown,
                        new BrowserActions(config.console(), link, answers, news),
                        log,
                        new PrometheusText(monitor::image, times),
                        clocks);
        return link.heardBy(new BothReaders(link.notices(), view.reader()));
    }

    /**
     * Listens, where a page is wanted.
     *
     * @return a line for a person with a link that lets one browser in; empty where there is no page
     * @throws io.hayate.model.ConfigException when it cannot listen where the settings say
     */
    String begin() {
        if (view == null) {
            return "";
        }
        server = view.start(config.outputs().web(), clocks);
        return "web       " + server.newLink();
    }

    /** A link that lets one browser in; empty where there is no page. Any thread. */
    String newLink() {
        WebServer listening = server;
        return listening == null ? "" : listening.newLink();
    }

    @Override
    public void close() {
        if (view != null) {
            view.close();
        }
    }
}
