package io.hayate.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.codec.Allocations;
import io.hayate.codec.FrameDecoder;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.Ticker;
import io.hayate.event.TimeTick;
import io.hayate.event.WalletUpdate;
import io.hayate.metrics.Counter;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.order.OrderFrames;
import io.hayate.strategy.sample.PrinterStrategy;
import io.hayate.strategy.sample.SmaCrossStrategy;
import io.hayate.strategy.sample.TriggerStrategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** A warm strategy thread allocates nothing, neither on the way of a tick nor on that of an order. */
class StrategyAllocationTest {
    private static final double AMOUNT = 0.01;

    private final FrameDecoder decoder =
            new FrameDecoder(Instruments.of(List.of("tBTCUSD")), 4_096);

    private static RunnerRig rig(Strategy strategy, Map<String, String> parameters) {
        strategy.configure(new StrategyParameters("tested", parameters));
        RunnerRig rig = new RunnerRig(strategy).live();
        rig.captureNothing();
        return rig;
    }

    private static Event ticker(double last) {
        Event event = Event.allocate().begin(RunnerRig.BTCUSD, RunnerRig.START_NS);
        event.type(EventType.TICKER);
        new Ticker().wrap(event).lastPrice(last).bidPrice(last).askPrice(last * 1.0001);
        return event;
    }

    /** The event that the codec makes of a frame, to be published over and over. */
    private Event prepared(String frame) throws IOException {
        byte[] bytes = frame.getBytes(StandardCharsets.US_ASCII);
        decoder.begin(new UnsafeBuffer(bytes), 0, bytes.length);
        Event event = Event.allocate().begin(Instrument.NONE, 1);
        event.type(decoder.decodeRow(event));
        decoder.end();
        return event;
    }

    @Test
    void shouldAllocateNothingFromTickerToOrderToFill() throws IOException {
        RunnerRig rig =
                rig(new TriggerStrategy(), Map.of("last-at-least", "100", "amount", "" + AMOUNT));
        OrderFrames frames = OrderFrames.of(1, 1, "tBTCUSD", AMOUNT);
        Event ticker = ticker(100);
        Event[] reports = {
            prepared(frames.accepted()),
            prepared(frames.fill(1, AMOUNT, 100)),
            prepared(frames.executed(100)),
            prepared(frames.fee(1, AMOUNT, 100))
        };
        ExecutionReport report = new ExecutionReport();
        long[] number = {0};

        long bytes =
                Allocations.of(
                        i -> {
                            rig.ids.refill(0);
                            rig.publish(ticker);
                            number[0]++;
                            for (Event each : reports) {
                                report.wrap(each).orderId(1_000_000_000_000L + number[0]);
                                report.clientOrderId(rig.orders.lastOrder().clientOrderId());
                                report.tradeId(report.tradeId() == 0 ? 0 : number[0]);
                                rig.publish(each);
                            }
                        });

        assertEquals(0, bytes);
        assertEquals(number[0], rig.count(Counter.ORDERS_SENT));
        assertEquals(number[0], rig.count(Counter.FILLS));
        assertEquals(0, rig.orders.openOrders());
        assertEquals(number[0] * 1_000_000L, rig.positions.units(RunnerRig.BTCUSD));
    }

    @Test
    void shouldAllocateNothingForRefusedCanceledAndForeignOrders() throws IOException {
        RunnerRig rig = rig(new TriggerStrategy(), Map.of("last-at-least", "100"));
        OrderFrames frames = OrderFrames.of(1, 1, "tBTCUSD", 0.001);
        Event ticker = ticker(100);
        Event[][] endings = {
            {prepared(frames.refused("Invalid order."))},
            {prepared(frames.rests()), prepared(frames.closed("CANCELED", 0.001, 0))},
            {prepared(frames.accepted()), prepared(frames.closed("RSN_PAUSE", 0.001, 0))}
        };
        Event foreign = prepared(OrderFrames.of(7, 77, "tBTCUSD", 1).fill(5, 1, 100));
        ExecutionReport report = new ExecutionReport();
        long[] number = {0};

        long bytes =
                Allocations.of(
                        i -> {
                            rig.ids.refill(0);
                            rig.publish(ticker);
                            number[0]++;
                            for (Event each : endings[i % endings.length]) {
                                report.wrap(each).orderId(1_000_000_000_000L + number[0]);
                                report.clientOrderId(rig.orders.lastOrder().clientOrderId());
                                rig.publish(each);
                            }
                            rig.publish(foreign);
                        });

        assertEquals(0, bytes);
        assertEquals(0, rig.orders.openOrders());
    }

    @Test
    void shouldAllocateNothingForTickersThatLeadToNothing() throws IOException {
        RunnerRig rig = rig(new SmaCrossStrategy(), Map.of("fast", "3", "slow", "5"));
        Event[] tickers = {ticker(100), ticker(101), ticker(99)};

        long bytes = Allocations.of(i -> rig.publish(tickers[i % tickers.length]));

        assertEquals(0, bytes);
        assertTrue(rig.runner.ticks(RunnerRig.BTCUSD) >= 100_000);
    }

    @Test
    void shouldAllocateNothingForTimeAndPrinting() throws IOException {
        RunnerRig rig = rig(new PrinterStrategy(), Map.of());
        rig.publish(ticker(100));
        Event tick = Event.allocate().begin(Instrument.NONE, 1).type(EventType.TIME_TICK);
        TimeTick time = new TimeTick().wrap(tick);
        long[] nowMs = {OrderFrames.NOON_MS};

        long bytes =
                Allocations.of(
                        i -> {
                            nowMs[0] += 500;
                            time.timeMs(nowMs[0]).timeNs(nowMs[0] * 1_000_000);
                            rig.publish(tick);
                        });

        assertEquals(0, bytes);
    }

    @Test
    void shouldAllocateNothingForWalletsThatAreKnown() throws IOException {
        RunnerRig rig = rig(new PrinterStrategy(), Map.of());
        Event[] wallets = {
            prepared("[0,\"wu\",[\"exchange\",\"USD\",1000,0,null]]"),
            prepared("[0,\"wu\",[\"exchange\",\"BTC\",2,0,1.5]]"),
            prepared("[0,\"wu\",[\"margin\",\"USD\",3,0,3]]")
        };
        WalletUpdate wallet = new WalletUpdate();

        long bytes =
                Allocations.of(
                        i -> {
                            Event each = wallets[i % wallets.length];
                            wallet.wrap(each).balance(i);
                            rig.publish(each);
                        });

        assertEquals(0, bytes);
    }
}
