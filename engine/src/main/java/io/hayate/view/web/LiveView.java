package io.hayate.view.web;

import io.hayate.event.Commands;
import io.hayate.event.NoticeReader;
import io.hayate.model.Clocks;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.view.web.server.WebConfig;
import io.hayate.view.web.server.WebServer;

/** An engine's page, from {@link #start} on. Any thread but the trading ones and {@code web}. */
public final class LiveView implements AutoCloseable {
    private final LiveMarket market;
    private final LiveFeed feed;
    private final LiveRoutes routes;
    private WebServer server; // null until it starts

    /**
     * What is shown.
     *
     * @param commands where is asked for what is shown
     */
    public record Shown(
            Instruments instruments, MarketChannels channels, Commands commands, LiveState state) {}

    /** A page that nobody can open yet. */
    public LiveView(
            Shown shown, LiveActions actions, LiveLog log, PrometheusText figures, Clocks clocks) {
        LiveOrders orders = new LiveOrders(shown.instruments(), clocks.epoch());
        market = new LiveMarket(orders);
        LiveRun run = new LiveRun(shown.state(), clocks.epoch());
        feed = new LiveFeed(shown.channels(), shown.commands(), market, orders, log, run);
        routes = new LiveRoutes(actions, feed, figures);
    }

    /** What is to hear all notices, on the thread that takes them. */
    public NoticeReader reader() {
        return market;
    }

    /**
     * Starts to serve.
     *
     * @throws io.hayate.model.ConfigException when it cannot listen where the settings say
     */
    public WebServer start(WebConfig config, Clocks clocks) {
        WebServer started = WebServer.start(config, routes, feed::first, clocks);
        server = started;
        started.every(LiveFeed.SAMPLE_MS, feed::sample);
        started.every(
                LiveFeed.PERIOD_MS,
                () -> {
                    if (started.listeners() > 0) {
                        started.send(feed.turn());
                    }
                });
        return started;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
