package io.hayate.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.NoticeReader;
import io.hayate.event.NoticeType;
import io.hayate.model.Instrument;
import io.hayate.order.OrderOrigin;
import io.hayate.risk.RiskVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

/** What a person types, and what comes back. */
class CommandDeskTest {
    private final RecordingStrategy strategy = new RecordingStrategy();
    private final RunnerRig rig = new RunnerRig(strategy);

    private RunnerRig live() {
        rig.live();
        rig.ticker(RunnerRig.ETHUSD, 100);
        rig.notices();
        return rig;
    }

    private List<String> answers(CommandType type, int instrumentId) {
        rig.command(type, instrumentId, 0);
        return rig.notices();
    }

    @Test
    void shouldSendWhatIsBoughtAndSoldOnTheConsole() {
        live();
        rig.command(CommandType.BUY, RunnerRig.BTCUSD, 0.01);
        rig.command(CommandType.SELL, RunnerRig.ETHUSD, 2);

        assertTrue(rig.sent.get(0).endsWith("\"symbol\":\"tBTCUSD\",\"amount\":\"0.01\"}]"));
        assertTrue(rig.sent.get(1).endsWith("\"symbol\":\"tETHUSD\",\"amount\":\"-2\"}]"));
        assertEquals(OrderOrigin.CONSOLE, rig.orders.lastOrder().origin());
        assertEquals(List.of(), rig.notices(), "the venue's answer is the answer");
    }

    @Test
    void shouldSendNoOrderThatWasTypedLongAgo() {
        live();
        rig.waitedNs = TimeUnit.SECONDS.toNanos(10);
        rig.tick(0);
        rig.command(CommandType.BUY, RunnerRig.BTCUSD, 0.01);
        assertEquals(1, rig.sent.size());

        rig.waitedNs++;
        rig.command(CommandType.BUY, RunnerRig.BTCUSD, 0.01);
        rig.command(CommandType.SELL, RunnerRig.BTCUSD, 0.01);

        assertEquals(1, rig.sent.size());
        assertEquals(2, rig.orders.refusals().get(OrderOrigin.CONSOLE, RiskVerdict.TYPED_LONG_AGO));
        assertTrue(rig.notices().get(0).contains("REFUSED_HERE BUY 0.01"), "it is told");
    }

    @Test
    void shouldTellWhyNothingWasSent() {
        rig.tick(0);
        rig.command(CommandType.SELL, RunnerRig.BTCUSD, 0.01);

        assertEquals(List.of(), rig.sent);
        List<String> told = new ArrayList<>();
        rig.notices.poll(new Refusals(told), 10);
        assertEquals(List.of("SELL 0.01 of 0: " + RiskVerdict.NOT_LIVE.reason()), told);
    }

    /** Keeps refusals with their instrument and reason. */
    private record Refusals(List<String> told) implements NoticeReader {
        @Override
        public void onEvent(NoticeType type, Event event) {
            ExecutionReport report = new ExecutionReport().wrap(event);
            String order = report.side() + " " + report.originalAmount();
            told.add(order + " of " + event.instrumentId() + ": " + report.text());
        }

        @Override
        public void onLog(String template, double[] numbers) {
            told.add(template);
        }

        @Override
        public void onFrame(
                NoticeType type, DirectBuffer text, int offset, int length, int frameLength) {
            told.add(type.toString());
        }
    }

    @Test
    void shouldShowTheLatestTicker() {
        rig.bare();
        rig.notices();
        assertEquals(
                List.of("ANSWER no ticker of it yet"), answers(CommandType.SHOW, RunnerRig.BTCUSD));
        assertEquals(
                List.of("ANSWER no ticker of it yet"), answers(CommandType.SHOW, Instrument.NONE));

        rig.btc(100);
        rig.btc(101);

        assertEquals(
                List.of("ANSWER ticker last 101.0"), answers(CommandType.SHOW, RunnerRig.BTCUSD));
    }

    @Test
    void shouldListTheOrdersOfThisSession() {
        live();
        assertEquals(List.of("ANSWER no orders yet"), answers(CommandType.ORDERS, Instrument.NONE));
        rig.command(CommandType.BUY, RunnerRig.BTCUSD, 0.01);
        rig.fill(501, 100);
        strategy.context.sell(strategy.context.instrument(1), 2);
        rig.notices();

        assertEquals(
                List.of(
                        "ANSWER OPEN_ORDER FILLED BUY 0.01",
                        "ANSWER OPEN_ORDER SUBMITTED SELL 2.0"),
                answers(CommandType.ORDERS, Instrument.NONE));
    }

    @Test
    void shouldListTheWallets() {
        live();
        assertEquals(
                List.of("ANSWER no wallets: the venue has told none on this session"),
                answers(CommandType.WALLETS, Instrument.NONE));
        rig.receive("[0,\"ws\",[[\"exchange\",\"USD\",1000,0,990],[\"margin\",\"BTC\",2,0,2]]]");
        rig.notices();

        assertEquals(
                List.of("ANSWER exchange USD 1000.0", "ANSWER margin BTC 2.0"),
                answers(CommandType.WALLETS, Instrument.NONE));
    }

    @Test
    void shouldStopTheStrategy() {
        live();
        rig.command(CommandType.STOP_STRATEGY, Instrument.NONE, 0);

        assertEquals("onStop", strategy.seen.get(strategy.seen.size() - 1));
        assertTrue(rig.runner.isStopped());
    }

    @Test
    void shouldTellEachEventToTheViewAsItHappens() {
        rig.live();
        rig.receive("[0,\"wu\",[\"exchange\",\"USD\",1000,0,990]]");
        rig.command(CommandType.BUY, RunnerRig.BTCUSD, 0.01);
        rig.receive(rig.venue(501).accepted());

        assertEquals(
                List.of(
                        "EVENT session CONNECTING",
                        "EVENT session LIVE",
                        "EVENT exchange USD 1000.0",
                        "EVENT REQUEST_ANSWER BUY 0.01"),
                rig.notices());
    }

    @Test
    void shouldPrintAndLogForTheStrategy() {
        rig.bare();
        rig.notices();
        strategy.context.print(strategy.context.instrument(0));
        rig.btc(100);
        strategy.context.print(strategy.context.instrument(0));
        strategy.context.log("constant");
        strategy.context.log("{} and {}", 1, 2);

        assertEquals(
                List.of("PRINT ticker last 100.0", "LOG constant 0.0 0.0", "LOG {} and {} 1.0 2.0"),
                rig.notices());
    }

    @Test
    void shouldDropAndCountWhatTheViewDoesNotTake() {
        live();
        for (int i = 0; i < 100_000; i++) {
            strategy.context.log("line");
        }

        int kept = rig.notices().size();
        assertTrue(kept > 1_000, kept + " kept");
        assertEquals(100_000, kept + rig.notices.dropped());
    }
}
