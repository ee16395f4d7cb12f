package io.hayate.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.metrics.Stage;
import io.hayate.model.Instrument;
import io.hayate.model.SessionState;
import io.hayate.order.OrderFrames;
import io.hayate.risk.RiskVerdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a strategy sees, in which order, and what it may ask. */
class StrategyRunnerTest {
    private static final String WALLETS =
            "[0,\"ws\",[[\"exchange\",\"USD\",1000,0,990],[\"exchange\",\"BTC\",2,0,null]]]";

    private final RecordingStrategy strategy = new RecordingStrategy();
    private final RunnerRig rig = new RunnerRig(strategy);

    @Test
    void shouldCallBackInTheOrderOfTheRing() {
        rig.tick(0);
        rig.comeLive();
        rig.btc(100);
        rig.receive(WALLETS);
        rig.command(CommandType.STOP_STRATEGY, Instrument.NONE, 0);

        assertEquals(
                List.of(
                        "onStart",
                        "onSessionStatus CONNECTING",
                        "onSessionStatus LIVE",
                        "onTicker BTCUSD 100.0",
                        "onWallet USD 1000.0",
                        "onWallet BTC 2.0",
                        "onStop"),
                strategy.seen);
    }

    @Test
    void shouldSeeNothingBeforeItStartsAndStartOnce() {
        rig.command(CommandType.ORDERS, Instrument.NONE, 0);
        rig.btc(100);
        assertEquals(List.of(), strategy.seen);

        rig.tick(0);
        rig.tick(10);

        assertEquals(List.of("onStart"), strategy.seen);
    }

    @Test
    void shouldKnowTheTimeWhenItStarts() {
        List<Long> times = new ArrayList<>();
        strategy.on("onStart", () -> times.add(strategy.context.timeMs()));
        rig.tick(7);

        assertEquals(List.of(OrderFrames.NOON_MS + 7), times);
        assertTrue(strategy.context.timeNs() > 0);
    }

    @Test
    void shouldNotBeToldToStopWhenItNeverStarted() {
        rig.command(CommandType.STOP_STRATEGY, Instrument.NONE, 0);
        rig.tick(0);

        assertEquals(List.of(), strategy.seen);
        assertTrue(rig.runner.isStopped());
    }

    @Test
    void shouldSeeNothingAfterItWasStopped() {
        rig.live();
        rig.command(CommandType.STOP_STRATEGY, Instrument.NONE, 0);
        strategy.seen.clear();
        rig.btc(100);
        rig.tick(1_000);
        rig.receive(WALLETS);
        rig.status(SessionState.PAUSED, true);
        rig.command(CommandType.STOP_STRATEGY, Instrument.NONE, 0);

        assertEquals(List.of(), strategy.seen);
        assertTrue(rig.runner.isStopped());
    }

    @Test
    void shouldSendFromOnStopAndNothingAfterIt() {
        rig.live();
        strategy.on("onStop", () -> strategy.context.sell(strategy.context.instrument(0), 0.01));
        rig.command(CommandType.STOP_STRATEGY, Instrument.NONE, 0);

        assertTrue(rig.sent.get(0).contains("\"amount\":\"-0.01\""), rig.sent.toString());
        assertEquals(
                RiskVerdict.STRATEGY_STOPPED,
                strategy.context.buy(strategy.context.instrument(0), 0.01));
    }

    @Test
    void shouldCancelItsOrdersWhenStoppedAndTheConsolesOnlyIfTold() {
        for (boolean consoleToo : new boolean[] {false, true}) {
            RecordingStrategy stopped = new RecordingStrategy();
            RunnerRig each = new RunnerRig(stopped, true, consoleToo).live();
            stopped.context.buy(stopped.context.instrument(0), 0.01);
            each.command(CommandType.BUY, RunnerRig.BTCUSD, 0.02);
            each.sent.clear();

            each.command(CommandType.STOP_STRATEGY, Instrument.NONE, 0);

            assertEquals(consoleToo ? 2 : 1, each.sent.size(), each.sent.toString());
        }
    }

    @Test
    void shouldSeeItsOrderBroughtUpToDate() {
        rig.live();
        strategy.on("onTicker", () -> strategy.context.buy(strategy.context.instrument(0), 0.01));
        rig.btc(86_717);
        strategy.seen.clear();
        rig.fill(501, 86_717);
        rig.receive(OrderFrames.of(1, 77, "tBTCUSD", 1).fill(5, 1, 100));

        assertEquals(
                List.of(
                        "onExecutionReport REQUEST_ANSWER ACCEPTED 0.0",
                        "onExecutionReport FILL FILLED 0.01",
                        "onExecutionReport CLOSED FILLED 0.01",
                        "onExecutionReport FILL foreign"),
                strategy.seen);
        assertEquals(0.01, strategy.context.position(strategy.context.instrument(0)));
        assertEquals(0, strategy.context.openOrders());
    }

    @Test
    void shouldMeasureTheWayOfATickerAndOfTheOrderThatItLedTo() {
        rig.watch().bare();
        strategy.on("onTicker", () -> strategy.context.buy(strategy.context.instrument(0), 0.01));
        strategy.on("onTimer", () -> strategy.context.buy(strategy.context.instrument(0), 0.01));
        rig.btc(1);
        strategy.context.schedule(0, 0);
        rig.tick(1);

        for (Stage stage : Stage.values()) {
            assertEquals(1, rig.tickToTrade.of(stage).count(), stage.title());
        }
        assertEquals(2, rig.sent.size());
        assertEquals(1, rig.runner.ticks(RunnerRig.BTCUSD));
        assertEquals(0, rig.runner.ticks(RunnerRig.ETHUSD));
    }

    @Test
    void shouldTellTheStrategyWhatHayateFoundOutItself() {
        rig.live();
        strategy.context.buy(strategy.context.instrument(0), 0.01);
        OrderFrames frames = rig.venue(501);
        rig.lose();
        rig.comeLive();
        rig.noOpenOrders();
        rig.receive(frames.executed(100));
        rig.tick(5_000);

        assertTrue(strategy.seen.contains("onExecutionReport OUTCOME_UNKNOWN UNKNOWN 0.0"));
        assertTrue(strategy.seen.contains("onExecutionReport FILL_ADOPTED FILLED 0.01"));
        assertFalse(strategy.seen.toString().contains("NO_OPEN_ORDERS"));
        List<String> told = rig.notices();
        assertTrue(told.contains("EVENT OUTCOME_UNKNOWN UNKNOWN BUY 0.01"), told.toString());
        assertTrue(told.contains("EVENT FILL_ADOPTED FILLED BUY 0.01"), told.toString());
    }

    @Test
    void shouldNotCallBackFromWithinASendOfTheStrategy() {
        RecordingStrategy busy = new RecordingStrategy();
        RunnerRig small = new RunnerRig(busy, true, false, 1).live();
        busy.context.buy(busy.context.instrument(0), 0.01);
        small.receive(small.venue(501).executed(100));
        busy.seen.clear();

        busy.context.buy(busy.context.instrument(0), 0.02);

        assertEquals(List.of(), busy.seen);
        assertEquals(0.01, busy.context.position(busy.context.instrument(0)));
        assertTrue(small.notices().contains("EVENT FILL_ADOPTED FILLED BUY 0.01"));
    }

    @Test
    void shouldAnswerWhatTheStrategyAsks() {
        rig.live();
        rig.receive(WALLETS);
        rig.ticker(RunnerRig.ETHUSD, 3_000);
        rig.btc(100);
        rig.btc(101);
        StrategyContext context = strategy.context;
        Instrument btc = context.instrument("tBTCUSD");

        assertEquals(2, context.instruments());
        assertEquals(RunnerRig.BTCUSD, btc.id());
        assertNull(context.instrument("tNOPEUSD"));
        assertEquals(101, context.latestTicker(btc).lastPrice());
        assertEquals(3_000, context.latestTicker(context.instrument(1)).lastPrice());
        assertEquals(1_000, context.balance("exchange", "USD"));
        assertEquals(990, context.availableBalance("exchange", "USD"));
        assertTrue(Double.isNaN(context.availableBalance("exchange", "BTC")));
        assertEquals(0, context.position(btc));
        assertTrue(context.isLive());
        assertNull(context.lastOrder());
    }

    @Test
    void shouldHaveNoTickerOfWhatWasNeverTold() {
        rig.live();
        rig.btc(100);

        assertNull(strategy.context.latestTicker(strategy.context.instrument(1)));
    }

    @Test
    void shouldCancelAnOrderOfTheStrategy() {
        rig.live();
        strategy.context.buy(strategy.context.instrument(0), 0.01);
        rig.receive(rig.venue(501).rests());
        rig.sent.clear();

        assertTrue(strategy.context.cancel(strategy.context.lastOrder()));

        assertEquals(List.of("[0,\"oc\",null,{\"id\":501}]"), rig.sent);
    }
}
