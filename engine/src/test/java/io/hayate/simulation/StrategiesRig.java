package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.MS;
import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.OrderConfig;
import io.hayate.engine.PathConfig;
import io.hayate.engine.StopConfig;
import io.hayate.engine.ToldLines;
import io.hayate.engine.TradingPath;
import io.hayate.model.ChannelSpec;
import io.hayate.number.ExactSum;
import io.hayate.order.AbsentOrders;
import io.hayate.portfolio.Portfolio;
import io.hayate.risk.RiskLimits;
import io.hayate.strategy.CancelOnStop;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.StrategyMember;
import io.hayate.venue.VenueConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/** A simulation of one engine with several strategies. */
final class StrategiesRig {
    private final SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 7);
    private final VenueRecords records = new VenueRecords(rig.simulation);
    private final StringBuilder sent = new StringBuilder();
    private final ToldLines told = new ToldLines();
    private SimulatedEngine engine;

    StrategiesRig() {
        rig.simulation.listen(this::onText);
    }

    private void onText(boolean up, DirectBuffer text, int offset, int length) {
        if (up) {
            sent.append(text.getStringWithoutLengthAscii(offset, length)).append('\n');
        }
    }

    static StrategyMember member(String name) {
        return member(name, RiskLimits.DEFAULTS.withoutLimits());
    }

    static StrategyMember member(String name, RiskLimits limits) {
        return new StrategyMember(name, "tested", Map.of(), limits);
    }

    static PathConfig config(List<StrategyMember> members) {
        PathConfig plain =
                SimulationRig.config(AbsentOrders.HOLD, false, ChannelSpec.ticker("tBTCUSD"));
        OrderConfig orders = plain.orders();
        return new PathConfig(
                plain.channels(),
                plain.session(),
                plain.market(),
                plain.history(),
                plain.decoder(),
                plain.loop(),
                new OrderConfig(
                        new RiskLimits(true, 1_000_000_000L, 10_000, 1_000),
                        orders.quoteLimits(),
                        new StopConfig(CancelOnStop.STRATEGY, false),
                        orders.answerTimeoutMs(),
                        orders.journal(),
                        orders.absent(),
                        false),
                new StrategyConfig("none", Map.of(), true, List.of(), Path.of("none"), 0, members));
    }

    /** An engine with two, which have come live with a price. */
    void start(StrategyMember first, StrategyMember second, OwnTrader one, OwnTrader two) {
        engine =
                rig.simulation.engine(
                        config(List.of(first, second)), SimulationRig.DEMO, List.of(one, two));
        comeLive(one, two);
    }

    private void comeLive(OwnTrader... traders) {
        rig.comeLive(engine);
        for (OwnTrader each : traders) {
            assertTrue(rig.simulation.runUntil(() -> each.tickers > 0, 20 * SECOND));
        }
        run(SECOND);
    }

    /** Ends the engine at once, and starts another with what it left on the disk. */
    void restart(List<StrategyMember> members, OwnTrader... traders) {
        rig.simulation.kill(engine);
        List<Strategy> all = List.of(traders);
        engine = rig.simulation.restart(engine, config(members), SimulationRig.DEMO, all);
        comeLive(traders);
    }

    /** Lets the market move until no order rests. */
    void fillAll() {
        assertTrue(
                rig.simulation.runUntil(() -> path().orders().openOrders() == 0, 3_600 * SECOND),
                "an order rests for ever");
    }

    TradingPath path() {
        return engine.path();
    }

    void run(long ns) {
        rig.simulation.runFor(ns);
    }

    /** Has a strategy do something in its next callback, and lets the venue answer. */
    void act(OwnTrader trader, Runnable deed) {
        trader.next(deed);
        assertTrue(rig.simulation.runUntil(trader::isDone, 20 * SECOND), "no callback");
        run(200 * MS);
    }

    /** What the engine has sent so far, a message a line. */
    String sent() {
        return sent.toString();
    }

    /** Open orders of the account, as the venue knows them. */
    int openAtVenue() {
        return records.open().size();
    }

    /** Bought less sold, as the venue knows it. */
    double venuePosition() {
        return records.position("tBTCUSD").doubleValue();
    }

    /** Fees of the account in a currency. */
    double fees(String currency) {
        Portfolio portfolio = path().positions().portfolio();
        int number = portfolio.currencies().find(currency);
        return portfolio.readFees(number, new ExactSum()).toDouble();
    }

    void assertTold(String words) {
        told.read(path().notices(), path().incidents());
        assertTrue(told.lines().stream().anyMatch(line -> line.contains(words)), "" + told.lines());
    }
}
