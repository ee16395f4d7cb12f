package io.hayate.run;

import io.hayate.engine.Engine;
import io.hayate.engine.EngineEnd;
import io.hayate.engine.ExitCodes;
import io.hayate.event.AccountDoubt;
import io.hayate.metrics.AllocationMeter;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.metrics.Stage;
import io.hayate.model.Counts;
import io.hayate.model.Instrument;
import io.hayate.number.Rounded;
import io.hayate.order.Positions;
import io.hayate.portfolio.Portfolio;
import io.hayate.report.LatencyTable;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategies;
import io.hayate.view.text.HoldingLines;
import io.hayate.view.text.PortfolioLines;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What a session came to, on one screen. For any thread but the trading ones. */
final class SessionSummary {
    private static final int TITLE_LENGTH = 17;
    private static final int TICKS_MAX = 4; // instruments: a line, as a rule

    private final Engine engine;
    private final Counters counters;

    SessionSummary(Engine engine) {
        this.engine = engine;
        this.counters = engine.counters();
    }

    /** The lines, each ended. */
    String text() {
        SummaryLines lines = new SummaryLines(TITLE_LENGTH);
        lines.add("frames", frames());
        lines.add("events", events());
        lines.add("ticks", ticks());
        lines.add(new ChannelFigures(engine).text());
        if (engine.halt().isAsked()) {
            lines.add("trading", "halted: " + engine.halt().reason());
        }
        lines.add("orders", orders());
        for (RiskVerdict reason : RiskVerdict.values()) {
            long refused = engine.refusals().get(reason);
            if (refused > 0) {
                lines.add("  refused here", refused + ": " + reason.reason());
            }
        }
        lines.add("positions", positions());
        addProfit(lines);
        addStrategies(lines);
        String account = account();
        if (!account.isEmpty()) {
            lines.add("account", account);
        }
        lines.add("connection", connection());
        lines.add("allocated", allocated());
        if (engine.tickToTrade().of(Stage.RECEIVED_TO_HANDLED).count() == 0) {
            lines.add("latency", "none yet");
        } else {
            lines.add(LatencyTable.text(engine.tickToTrade()));
        }
        return lines.toString();
    }

    /** As {@link #text}, while it goes on. */
    String status() {
        return text();
    }

    private List<String> frames() {
        return parts(
                count(Counter.FRAMES) + " in",
                more(Counter.FRAMES_MALFORMED),
                more(Counter.FRAMES_UNKNOWN),
                more(Counter.TYPES_UNKNOWN),
                more(Counter.SEQUENCE_GAPS));
    }

    private List<String> events() {
        long dropped = engine.notices().dropped();
        return parts(
                count(Counter.EVENTS) + " published",
                told(Counter.TICKERS_CONFLATED),
                more(Counter.READS_PAUSED),
                dropped == 0 ? "" : Counts.of(dropped, "line") + " dropped");
    }

    /** The first few instruments. */
    private List<String> ticks() {
        List<String> parts = new ArrayList<>();
        int count = engine.instruments().count();
        for (int id = 0; id < Math.min(count, TICKS_MAX); id++) {
            parts.add(name(id) + ' ' + engine.ticks(id));
        }
        if (count > TICKS_MAX) {
            parts.add("and " + (count - TICKS_MAX) + " more");
        }
        return count == 0 ? List.of("none") : parts;
    }

    private String name(int id) {
        return engine.instruments().get(id).displayName();
    }

    private List<String> orders() {
        return parts(
                count(Counter.ORDERS_SENT) + " sent",
                told(Counter.FILLS),
                engine.openOrders() + " open",
                more(Counter.ORDERS_REFUSED),
                more(Counter.ORDERS_REJECTED),
                more(Counter.ORDERS_UNKNOWN),
                more(Counter.FILLS_INEXACT),
                more(Counter.FILLS_ADOPTED),
                more(Counter.FILLS_REFUSED),
                more(Counter.STRATEGY_EXCEPTIONS),
                engine.foreignOrders() == 0 ? "" : engine.foreignOrders() + " open of others");
    }

    private List<String> positions() {
        List<String> parts = new ArrayList<>();
        for (int id = 0; id < engine.instruments().count(); id++) {
            if (engine.positions().units(id) != 0) {
                Instrument instrument = engine.instruments().get(id);
                String amount = AmountText.text(engine.positions().units(id));
                parts.add(amount + ' ' + instrument.base() + " of " + instrument.displayName());
            }
        }
        return parts.isEmpty() ? List.of("flat") : parts;
    }

    /** Where several run, what each has come to. */
    private void addStrategies(SummaryLines lines) {
        Strategies strategies = engine.strategies();
        for (int i = 0; i < strategies.size() && strategies.number(i) > 0; i++) {
            List<String> parts = new ArrayList<>();
            parts.add(strategies.name(i) + " " + strategies.state(i));
            parts.add(strategies.openOrders(i) + " open");
            Positions own = engine.positions().of(strategies.number(i));
            parts.addAll(StrategyAnswers.money(own, engine.instruments()));
            lines.add("strategy", parts);
        }
        engine.positions().former().forEach((name, number) -> addFormer(lines, name, number));
    }

    private void addFormer(SummaryLines lines, String name, int number) {
        List<String> parts = new ArrayList<>(List.of(name + " runs no more"));
        parts.addAll(StrategyAnswers.money(engine.positions().of(number), engine.instruments()));
        lines.add("strategy", parts);
    }

    /** Profit by currency, and fees, once something was traded. */
    private void addProfit(SummaryLines lines) {
        Portfolio portfolio = engine.positions().portfolio();
        PortfolioLines money = new PortfolioLines(portfolio, engine.instruments());
        List<String> atVenue = new HoldingLines(portfolio.atVenue()).counts();
        if (!atVenue.isEmpty()) {
            lines.add("on margin", atVenue);
        }
        if (portfolio.tradedCount() > 0) {
            lines.add("profit", money.profitByCurrency());
            List<String> fees = money.fees();
            lines.add("fees", fees.isEmpty() ? List.of("none told") : fees);
        }
    }

    private String account() {
        AccountDoubt doubt = engine.path().session().doubt();
        String missing = engine.path().standing().missing();
        long doubts = count(Counter.ACCOUNT_DOUBTS);
        if (!doubt.exists() && engine.isLive() && !missing.isEmpty()) {
            return "not ready, no new order leaves: " + missing;
        } else if (!doubt.exists() && doubts == 0) {
            return "";
        } else if (!doubt.exists()) {
            return "in doubt " + (doubts == 1 ? "once" : Counts.of(doubts, "time")) + ", not now";
        }
        String next =
                doubt.isHeld()
                        ? ", no fresh connection while orders rest (reconnect makes one)"
                        : "";
        return "IN DOUBT, no new order leaves" + next + ": " + doubt.reason();
    }

    private List<String> connection() {
        double offsetMs = engine.path().venueClock().clockOffsetMs();
        double roundTripMs = engine.path().venueClock().roundTripMs();
        return parts(
                state(),
                told(Counter.RECONNECTS),
                Double.isNaN(offsetMs) ? "" : "clock " + signed(offsetMs) + " ms",
                Double.isNaN(offsetMs) ? "" : "round trip " + Rounded.text(roundTripMs, 1) + " ms");
    }

    /** A connection that held to the end is not one that was lost. */
    private String state() {
        if (!engine.path().session().isClosedAtEnd()) {
            return engine.state().toString();
        }
        EngineEnd.Reason reason = engine.end().reason();
        boolean asAsked = reason == null || reason.exitCode() == ExitCodes.OK;
        String live = engine.hasEverBeenLive() ? "" : ", never live";
        return (asAsked ? "closed as asked" : "closed") + live;
    }

    private static String signed(double ms) {
        String text = Rounded.text(ms, 1);
        return (text.startsWith("-") ? "" : "+") + text;
    }

    /**
     * As of the last sample, a tenth of a second old at most. What happens once is told apart from what
     * happens with every event by the samples that had any: few of them, or most.
     */
    List<String> allocated() {
        AllocationMeter meter = engine.allocations();
        OptionalDouble perEvent = meter.bytesPerEvent();
        if (perEvent.isEmpty()) {
            return List.of("not measured: the session was not live and warm");
        }
        String average = Rounded.text(perEvent.getAsDouble(), 2);
        long bytes = meter.bytes();
        return parts(
                average + " bytes per event on the trading threads",
                bytes + " B in all",
                bytes == 0 ? "" : within(meter.samplesWithBytes(), meter.samples()));
    }

    private static String within(long some, long all) {
        return "all of it in "
                + some
                + " of "
                + Counts.of(all, "sample")
                + " of 0.1 s; 0 B in the others";
    }

    /** Those that say something. */
    private static List<String> parts(String... words) {
        return Stream.of(words).filter(word -> !word.isEmpty()).toList();
    }

    private long count(Counter counter) {
        return counters.get(counter);
    }

    private String told(Counter counter) {
        return count(counter) + " " + counter.title(count(counter));
    }

    private String more(Counter counter) {
        return count(counter) == 0 ? "" : told(counter);
    }
}
