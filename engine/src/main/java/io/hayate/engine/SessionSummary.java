package io.hayate.engine;

import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.metrics.LatencyTable;
import io.hayate.metrics.Stage;
import io.hayate.model.Instrument;
import java.util.Locale;
import java.util.OptionalDouble;

/** What a session came to, on one screen. For any thread but the trading ones. */
final class SessionSummary {
    private static final int TICKS_LENGTH_MAX = 46; // beside the title, and what is left out

    private final Engine engine;
    private final Counters counters;

    SessionSummary(Engine engine) {
        this.engine = engine;
        this.counters = engine.counters();
    }

    /** The lines, each ended. */
    String text() {
        StringBuilder text = new StringBuilder();
        add(text, "frames", frames());
        add(text, "events", events());
        add(text, "ticks", ticks());
        text.append(new ChannelFigures(engine).text());
        add(text, "orders", orders());
        add(text, "positions", positions());
        add(text, "connection", connection());
        add(text, "allocated", allocated());
        if (engine.tickToTrade().of(Stage.RECEIVED_TO_HANDLED).count() == 0) {
            add(text, "latency", "none yet");
        } else {
            text.append(LatencyTable.text(engine.tickToTrade()));
        }
        return text.toString();
    }

    /** As {@link #text}, while it goes on. */
    String status() {
        return text();
    }

    private static void add(StringBuilder text, String title, String words) {
        text.append(String.format(Locale.ROOT, "%-17s %s%n", title, words));
    }

    private String frames() {
        return count(Counter.FRAMES)
                + " in"
                + more(Counter.FRAMES_MALFORMED)
                + more(Counter.FRAMES_UNKNOWN)
                + more(Counter.TYPES_UNKNOWN)
                + more(Counter.SEQUENCE_GAPS);
    }

    private String events() {
        return count(Counter.EVENTS)
                + " published"
                + ", "
                + count(Counter.TICKERS_CONFLATED)
                + " tickers conflated"
                + more(Counter.READS_PAUSED)
                + (engine.notices().dropped() == 0
                        ? ""
                        : ", " + engine.notices().dropped() + " lines dropped");
    }

    /** As many instruments as a line holds. */
    private String ticks() {
        StringBuilder text = new StringBuilder();
        int count = engine.instruments().count();
        for (int id = 0; id < count; id++) {
            String next = (id == 0 ? "" : ", ") + name(id) + ' ' + engine.ticks(id);
            if (text.length() + next.length() > TICKS_LENGTH_MAX) {
                return text + ", and " + (count - id) + " more";
            }
            text.append(next);
        }
        return text.toString();
    }

    private String name(int id) {
        return engine.instruments().get(id).displayName();
    }

    private String orders() {
        return count(Counter.ORDERS_SENT)
                + " sent, "
                + count(Counter.FILLS)
                + " fills, "
                + engine.openOrders()
                + " open"
                + more(Counter.ORDERS_REFUSED)
                + more(Counter.ORDERS_REJECTED)
                + more(Counter.ORDERS_UNKNOWN)
                + more(Counter.FILLS_INEXACT)
                + more(Counter.FILLS_ADOPTED)
                + more(Counter.STRATEGY_EXCEPTIONS);
    }

    private String positions() {
        StringBuilder text = new StringBuilder();
        for (int id = 0; id < engine.instruments().count(); id++) {
            if (engine.positions().units(id) != 0) {
                Instrument instrument = engine.instruments().get(id);
                text.append(text.isEmpty() ? "" : ", ");
                text.append(Amounts.text(engine.positions().units(id))).append(' ');
                text.append(instrument.base()).append(" of ").append(instrument.displayName());
            }
        }
        return text.isEmpty() ? "flat" : text.toString();
    }

    private String connection() {
        return engine.state() + ", " + count(Counter.RECONNECTS) + " reconnects" + clock();
    }

    private String clock() {
        double offsetMs = engine.venueClock().clockOffsetMs();
        return Double.isNaN(offsetMs)
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", clock %+.1f ms, round trip %.1f ms",
                        offsetMs,
                        engine.venueClock().roundTripMs());
    }

    /** As of the last sample, a tenth of a second old at most. */
    String allocated() {
        OptionalDouble perEvent = engine.allocations().bytesPerEvent();
        if (perEvent.isEmpty()) {
            return "not measured: the session was not live and warm";
        }
        return String.format(
                Locale.ROOT,
                "%.2f bytes per event on the trading threads, %d B in all",
                perEvent.getAsDouble(),
                engine.allocations().bytes());
    }

    private long count(Counter counter) {
        return counters.get(counter);
    }

    private String more(Counter counter) {
        return count(counter) == 0 ? "" : ", " + count(counter) + " " + counter.title();
    }
}
