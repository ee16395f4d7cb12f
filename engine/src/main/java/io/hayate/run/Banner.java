package io.hayate.run;

import io.hayate.engine.EngineConfig;
import io.hayate.engine.SocketFacts;
import io.hayate.engine.ThreadPlan;
import io.hayate.model.Instrument;
import io.hayate.model.Printable;
import io.hayate.model.Settings;
import io.hayate.paper.PaperConfig;
import io.hayate.settings.RunConfig;
import java.net.URI;

/** What a run says of itself first: where to, with what, and whether orders may leave. */
final class Banner {
    private static final String SWITCH_ON =
            "\n          dead-man switch on: a lost connection cancels the account's orders";
    private static final String SWITCH_FORCED =
            "\n          dead-man switch forced: a lost connection cancels orders of others, too";
    private static final String SWITCH_OFF =
            "\n          dead-man switch off: what is open stays when the connection is lost";
    private static final int SYMBOLS_SHOWN = 6;

    private Banner() {}

    static String text(RunConfig run, URI url, ThreadPlan plan, SocketFacts sockets) {
        EngineConfig config = run.engine();
        return "Hayate "
                + Version.text()
                + " on Java "
                + System.getProperty("java.version")
                + ", "
                + sockets.name()
                + ", "
                + Settings.name(plan.topology())
                + ", "
                + Settings.name(config.loop().idle())
                + "\nvenue     "
                + venue(run, url)
                + faults(run)
                + (sockets.tls().isEmpty() ? "" : "\ntls       " + sockets.tls())
                + "\ntickers   "
                + tickers(config)
                + "\nstrategy  "
                + Printable.line(config.strategy().title())
                + "\nthreads   "
                + plan.text()
                + "\ntrading   "
                + trading(run)
                + plan.warning().map(words -> "\nwarning   " + words).orElse("")
                + "\n";
    }

    private static String venue(RunConfig run, URI url) {
        EngineConfig config = run.engine();
        if (run.paper().isEnabled()) {
            return "PAPER: prices of "
                    + Printable.line(config.venue().publicUrl().toString())
                    + ",\n          account in this process, "
                    + url;
        }
        return config.venue().embedded()
                ? "embedded, " + url + ", demo account"
                : Printable.line(url.toString());
    }

    private static String faults(RunConfig run) {
        boolean isOn = run.engine().venue().embedded() && run.venue().faults().isOn();
        return isOn ? "\nfaults    on purpose: " + run.venue().faults().text() : "";
    }

    private static String paper(PaperConfig paper) {
        String ignored = paper.ignored();
        return "PAPER, no order leaves this process\n          "
                + paper.terms()
                + (ignored.isEmpty() ? "" : "\n          not read: " + ignored);
    }

    private static String tickers(EngineConfig config) {
        StringBuilder text = new StringBuilder();
        int shown = Math.min(config.path().tickers().size(), SYMBOLS_SHOWN);
        for (int i = 0; i < shown; i++) {
            String name = new Instrument(i, config.path().tickers().get(i)).displayName();
            text.append(i == 0 ? "" : ", ").append(name);
        }
        int rest = config.path().tickers().size() - shown;
        return rest == 0 ? text.toString() : text + ", and " + rest + " more";
    }

    private static String trading(RunConfig run) {
        EngineConfig config = run.engine();
        if (run.paper().isEnabled() && config.credentials().isPresent()) {
            return paper(run.paper());
        }
        if (!config.path().orders().limits().tradingEnabled()) {
            return "off, it only watches: --trade or trading.enabled = true lets orders leave";
        }
        if (!config.credentials().isPresent()) {
            return "off, no key: set BFX_API_KEY and BFX_API_SECRET, or credentials.file";
        }
        String money = config.venue().isLoopback() ? "no real money" : "WITH REAL MONEY";
        String deadMan =
                switch (config.path().orders().stop().deadMan()) {
                    case TRUE -> SWITCH_ON;
                    case FORCE -> SWITCH_FORCED;
                    case FALSE -> SWITCH_OFF;
                };
        return "on, " + money + deadMan;
    }
}
