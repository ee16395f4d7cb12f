package io.hayate.run;

import io.hayate.engine.Engine;
import io.hayate.engine.EngineEnd;
import io.hayate.engine.ExitCodes;
import io.hayate.event.AccountDoubt;
import io.hayate.intake.VenueClock;
import io.hayate.metrics.AllocationMeter;
import io.hayate.metrics.LatencyStamps;
import io.hayate.model.Instrument;
import io.hayate.order.Positions;
import io.hayate.portfolio.Portfolio;
import io.hayate.report.LatencyTable;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategies;
import io.hayate.view.summary.AmountText;
import io.hayate.view.summary.SummaryLines;
import io.hayate.view.summary.SummaryWords;
import io.hayate.view.text.HoldingLines;
import io.hayate.view.text.PortfolioLines;
import java.util.ArrayList;
import java.util.List;

/** What a session came to, on one screen. For any thread but the trading ones. */
final class SessionSummary {
    private static final int TITLE_LENGTH = 17;
    private static final int TICKS_MAX = 4; // instruments: a line, as a rule

    private final Engine engine;
    private final SummaryWords words;

    SessionSummary(Engine engine) {
        this.engine = engine;
        words = new SummaryWords(engine.counters());
    }

    /** The lines, each ended. */
    String text() {
        SummaryLines lines = new SummaryLines(TITLE_LENGTH);
        lines.add("frames", words.frames());
        lines.add("events", words.events(engine.notices().dropped()));
        lines.add("ticks", ticks());
        lines.add(new ChannelFigures(engine).text());
        if (engine.halt().isAsked()) {
            lines.add("trading", "halted: " + engine.halt().reason());
        }
        lines.add("orders", words.orders(engine.openOrders(), engine.foreignOrders()));
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
        String latency = LatencyTable.text(engine.tickToTrade());
        if (latency.isEmpty()) {
            boolean isOff = engine.tickToTrade().stamps() == LatencyStamps.OFF;
            lines.add("latency", isOff ? "none: latency.stamps = off" : "none yet");
        } else {
            lines.add(latency);
        }
        return lines.toString();
    }

    /** As {@link #text}, while it goes on. */
    String status() {
        return text();
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
        String next =
                doubt.isHeld()
                        ? ", no fresh connection while orders rest (reconnect makes one)"
                        : "";
        String missing = engine.path().standing().missing();
        return words.account(
                engine.isLive(), doubt.exists() ? next + ": " + doubt.reason() : "", missing);
    }

    private List<String> connection() {
        VenueClock clock = engine.path().venueClock();
        return words.connection(state(), clock.clockOffsetMs(), clock.roundTripMs());
    }

    /** A connection that held to the end is not one that was lost. */
    private String state() {
        if (!engine.path().session().isClosedAtEnd()) {
            return engine.state().toString();
        }
        EngineEnd.Reason reason = engine.end().reason();
        boolean asAsked = reason == null || reason.exitCode() == ExitCodes.OK;
        String live = engine.path().session().hasEverBeenLive() ? "" : ", never live";
        return (asAsked ? "closed as asked" : "closed") + live;
    }

    /** What the trading threads have allocated. */
    List<String> allocated() {
        AllocationMeter meter = engine.allocations();
        return SummaryWords.allocated(
                meter.bytes(), meter.events(), meter.samplesWithBytes(), meter.samples());
    }
}
