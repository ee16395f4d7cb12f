package io.hayate.run;

import io.hayate.engine.Engine;
import io.hayate.engine.EngineConfig;
import io.hayate.engine.SocketFacts;
import io.hayate.metrics.Counter;
import io.hayate.model.Counts;
import io.hayate.model.Printable;
import io.hayate.model.Settings;
import io.hayate.model.Texts;
import io.hayate.monitor.EngineMonitor;
import io.hayate.settings.RunConfig;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a report says of the run whose times it tells, so that they can be compared with others. */
final class RunFacts {
    private RunFacts() {}

    /** What others are shown of a run while it goes on, by keys. */
    static Map<String, String> ofProcess(RunConfig config, URI url) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("hayate", Version.text());
        facts.put("java", property("java.version"));
        facts.put("venue", Printable.line(Texts.withoutPasswords(url.toString())));
        facts.put("strategy", Printable.line(config.engine().strategy().title()));
        if (config.paper().isEnabled()) {
            facts.put(EngineMonitor.PAPER, "true");
        }
        return facts;
    }

    /** Titles and words, in the order of telling. */
    static Map<String, String> of(
            EngineConfig config, URI url, Engine engine, Instant start, Instant end) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Hayate", Version.text());
        facts.put("Java", property("java.version") + ", " + property("java.vm.name"));
        facts.put("system", system());
        SocketFacts sockets = engine.sockets();
        facts.put("sockets", sockets.name());
        if (!sockets.tls().isEmpty()) {
            facts.put("tls", sockets.tls());
        }
        facts.put("topology", Settings.name(config.loop().topology()));
        facts.put("idle", Settings.name(config.loop().idle()));
        facts.put("venue", venue(config, url));
        facts.put("symbols", symbols(config));
        facts.put("strategy", Printable.line(config.strategy().title()));
        facts.put("time", span(start, end));
        facts.put("events", count(engine, Counter.EVENTS));
        facts.put("orders", count(engine, Counter.ORDERS_SENT));
        facts.put("allocated", String.join(", ", new SessionSummary(engine).allocated()));
        return facts;
    }

    /** An embedded venue with the prices of another one has an account of paper. */
    private static String venue(EngineConfig config, URI url) {
        URI feed = config.venue().publicUrl();
        boolean isPaper = config.venue().embedded() && feed != null;
        return (isPaper ? "PAPER, prices of " + Printable.line("" + feed) + ", account " : "")
                + (config.venue().embedded() ? "embedded, " : "")
                + Printable.line(url.toString());
    }

    private static String system() {
        return property("os.name")
                + " "
                + property("os.version")
                + ", "
                + property("os.arch")
                + ", "
                + Counts.of(Runtime.getRuntime().availableProcessors(), "processor");
    }

    private static String property(String name) {
        return System.getProperty(name);
    }

    private static String symbols(EngineConfig config) {
        return String.join(", ", config.path().tickers());
    }

    private static String count(Engine engine, Counter counter) {
        return String.format(Locale.ROOT, "%,d", engine.counters().get(counter));
    }

    private static String span(Instant start, Instant end) {
        return start.truncatedTo(ChronoUnit.SECONDS)
                + " to "
                + end.truncatedTo(ChronoUnit.SECONDS)
                + ", "
                + Duration.between(start, end).toSeconds()
                + " s";
    }
}
