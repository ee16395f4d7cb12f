package io.hayate.run;

import io.hayate.engine.Engine;
import io.hayate.event.CommandType;
import io.hayate.event.Commands;
import io.hayate.model.ConfigException;
import io.hayate.model.Counts;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.Nearest;
import io.hayate.order.Positions;
import io.hayate.portfolio.Portfolio;
import io.hayate.strategy.Strategies;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.StrategyMember;
import io.hayate.strategy.plugin.StrategyLoader;
import io.hayate.view.summary.AmountText;
import io.hayate.view.summary.SummaryLines;
import io.hayate.view.text.PortfolioLines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * What a person asks of the strategies. New parameters make a new strategy: it is made and configured here,
 * where it may take its time and be refused, and takes the place of the one before on the strategy thread.
 * Threads {@code console} and {@code web-slow}: while one makes a strategy, which may take for ever, the other
 * gets all answers but that.
 */
final class StrategyAnswers {
    private static final int TITLE_LENGTH_MIN = 9;
    private static final String TOO_MANY = "too many commands are waiting: try it again";
    private static final String BUSY = "another strategy is being made: try it again";

    private final Strategies strategies;
    private final StrategyConfig config;
    private final Positions positions;
    private final Instruments instruments;
    private final Commands commands;
    private final ReentrantLock making = new ReentrantLock(); // waited for by nobody
    private final List<Map<String, String>> parameters = new ArrayList<>(); // by place
    private final boolean[] isStopAsked; // since it was started: it may still run for a moment

    StrategyAnswers(Engine engine, StrategyConfig config) {
        strategies = engine.strategies();
        positions = engine.positions();
        instruments = engine.instruments();
        commands = engine.commands();
        this.config = config;
        isStopAsked = new boolean[strategies.size()];
        if (!config.isList()) {
            parameters.add(new LinkedHashMap<>(config.parameters()));
        }
        for (StrategyMember each : config.members()) {
            parameters.add(new LinkedHashMap<>(each.parameters()));
        }
    }

    /** A strategy a paragraph: state, orders, parameters, positions, profit. */
    synchronized String list() {
        int length = TITLE_LENGTH_MIN;
        for (int i = 0; i < strategies.size(); i++) {
            length = Math.max(length, strategies.name(i).length());
        }
        SummaryLines lines = new SummaryLines(length);
        for (int i = 0; i < strategies.size(); i++) {
            lines.add(strategies.name(i), parts(i));
        }
        positions.former().forEach((name, number) -> addFormer(lines, name, number));
        return lines.toString().stripTrailing();
    }

    /** What the one of this place is configured with, by name; a copy. */
    synchronized Map<String, String> parameters(int place) {
        return new TreeMap<>(parameters.get(place));
    }

    private void addFormer(SummaryLines lines, String name, int number) {
        List<String> parts = new ArrayList<>(List.of("runs no more"));
        parts.addAll(money(positions.of(number), instruments));
        lines.add(name, parts);
    }

    private List<String> parts(int place) {
        List<String> parts = new ArrayList<>(List.of(strategies.state(place)));
        if (config.isList()) {
            parts.add(config.members().get(place).type());
        }
        parameters(place).forEach((key, value) -> parts.add(key + "=" + value));
        parts.add(Counts.of(strategies.openOrders(place), "open order"));
        parts.addAll(money(positions.of(strategies.number(place)), instruments));
        return parts;
    }

    /** What is held, and what it has brought: for a line. */
    static List<String> money(Positions sums, Instruments instruments) {
        List<String> parts = new ArrayList<>();
        Portfolio portfolio = sums.portfolio();
        for (int i = 0; i < portfolio.tradedCount(); i++) {
            Instrument instrument = instruments.get(portfolio.traded(i));
            long units = portfolio.units(instrument.id());
            if (units != 0) {
                String amount = AmountText.text(units);
                parts.add(amount + " " + instrument.base() + " of " + instrument.displayName());
            }
        }
        parts.addAll(new PortfolioLines(portfolio, instruments).profitByCurrency());
        return parts;
    }

    /** Positions of each, where there are several. */
    String positions() {
        return ofEach(PortfolioLines::positions);
    }

    /** Profit of each, where there are several. */
    String profit() {
        return ofEach(PortfolioLines::profit);
    }

    private String ofEach(Function<PortfolioLines, List<String>> what) {
        StringJoiner text = new StringJoiner("\n");
        for (int i = 0; config.isList() && i < strategies.size(); i++) {
            add(text, strategies.name(i), strategies.number(i), what);
        }
        positions
                .former()
                .forEach((name, number) -> add(text, name + ", runs no more", number, what));
        return text.toString();
    }

    private void add(
            StringJoiner text,
            String name,
            int number,
            Function<PortfolioLines, List<String>> what) {
        Portfolio own = positions.of(number).portfolio();
        if (own.tradedCount() > 0) {
            text.add("strategy " + name);
            what.apply(new PortfolioLines(own, instruments)).forEach(text::add);
        }
    }

    /** Does what is asked: a name, and stop, start or set with KEY=VALUE. */
    String carryOut(String asked) {
        List<String> words = List.of(asked.split(" "));
        int place = place(words.get(0));
        if (place < 0) {
            return unknown(words.get(0));
        }
        if (words.get(1).equals("stop")) {
            return stop(place);
        }
        if (!making.tryLock()) {
            return BUSY;
        }
        try {
            return words.get(1).equals("start")
                    ? start(place)
                    : set(place, words.subList(2, words.size()));
        } finally {
            making.unlock();
        }
    }

    private int place(String name) {
        for (int i = 0; i < strategies.size(); i++) {
            if (strategies.name(i).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private String unknown(String name) {
        List<String> names = config.names();
        String nearest = Nearest.of(name, names);
        return "no strategy is called "
                + name
                + (nearest == null
                        ? ": there are " + config.title()
                        : " - did you mean " + nearest + "?");
    }

    private synchronized String stop(int place) {
        isStopAsked[place] = true;
        boolean isTaken = commands.offer(CommandType.STOP_ONE, Instrument.NONE, place);
        return isTaken ? "" : TOO_MANY;
    }

    private String start(int place) {
        String name = strategies.name(place);
        if (isRunning(place)) {
            return "strategy " + name + " runs already: stop ends it, set changes it";
        }
        try {
            Map<String, String> own = parameters(place);
            Strategy made = StrategyLoader.load(config, place, own);
            return start(place, made, own) ? "" : TOO_MANY;
        } catch (ConfigException e) {
            return "strategy " + name + " is not started: " + e.getMessage();
        }
    }

    private synchronized boolean start(int place, Strategy made, Map<String, String> own) {
        boolean isTaken = strategies.start(place, made, own, commands);
        isStopAsked[place] &= !isTaken;
        return isTaken;
    }

    private synchronized boolean isRunning(int place) {
        return strategies.state(place).equals("running") && !isStopAsked[place];
    }

    private String set(int place, List<String> pairs) {
        Map<String, String> changed = parameters(place);
        for (String each : pairs) {
            int at = each.indexOf('=');
            String value = each.substring(at + 1);
            if (value.isEmpty()) {
                changed.remove(each.substring(0, at));
            } else {
                changed.put(each.substring(0, at), value);
            }
        }
        try {
            return keep(place, StrategyLoader.load(config, place, changed), changed);
        } catch (ConfigException e) {
            return "nothing is changed: " + e.getMessage();
        }
    }

    private synchronized String keep(int place, Strategy made, Map<String, String> changed) {
        boolean isRunning = isRunning(place);
        if (isRunning && !strategies.start(place, made, changed, commands)) {
            return TOO_MANY;
        }
        parameters.set(place, changed);
        return isRunning
                ? ""
                : "strategy " + strategies.name(place) + " has these parameters once it is started";
    }
}
