package io.hayate.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.codec.Allocations;
import io.hayate.codec.FrameDecoder;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.Ticker;
import io.hayate.event.TimeTick;
import io.hayate.metrics.Counter;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.order.OrderFrames;
import io.hayate.risk.CurrencyLimits;
import io.hayate.risk.ExposureLimits;
import io.hayate.risk.RejectLimits;
import io.hayate.risk.RiskLimits;
import io.hayate.strategy.sample.TriggerStrategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** A warm strategy thread allocates nothing, however many strategies it calls. */
class StrategyListAllocationTest {
    private static final double AMOUNT = 0.01;
    private static final CurrencyLimits MUCH =
            CurrencyLimits.of("tested", List.of("900000000000 USD"));

    private final FrameDecoder decoder =
            new FrameDecoder(Instruments.of(List.of("tBTCUSD")), 4_096);

    private static Strategy trigger() {
        Strategy strategy = new TriggerStrategy();
        Map<String, String> parameters = Map.of("last-at-least", "100", "amount", "" + AMOUNT);
        strategy.configure(new StrategyParameters("tested", parameters));
        return strategy;
    }

    private Event prepared(String frame) throws IOException {
        byte[] bytes = frame.getBytes(StandardCharsets.US_ASCII);
        decoder.begin(new UnsafeBuffer(bytes), 0, bytes.length);
        Event event = Event.allocate().begin(Instrument.NONE, 1);
        event.type(decoder.decodeRow(event));
        decoder.end();
        return event;
    }

    private static RunnerRig ofTwo() {
        ExposureLimits money = new ExposureLimits(MUCH, MUCH, MUCH, 0, RejectLimits.NONE, false);
        RiskLimits limits = new RiskLimits(true, 100_000_000L, 1_000_000, 10, money);
        return new RunnerRig(List.of(trigger(), trigger()), limits).live();
    }

    private static Event ticker() {
        Event ticker = Event.allocate().begin(RunnerRig.BTCUSD, RunnerRig.START_NS);
        ticker.type(EventType.TICKER);
        new Ticker().wrap(ticker).lastPrice(100).bidPrice(100).askPrice(100.01);
        return ticker;
    }

    private static Event time() {
        Event time = Event.allocate().begin(Instrument.NONE, RunnerRig.START_NS);
        time.type(EventType.TIME_TICK);
        new TimeTick()
                .wrap(time)
                .timeNs(RunnerRig.START_NS)
                .timeMs(OrderFrames.NOON_MS)
                .accountSeenNs(RunnerRig.START_NS);
        return time;
    }

    @Test
    void shouldAllocateNothingFromTickerToTheOrdersAndFillsOfTwo() throws IOException {
        RunnerRig rig = ofTwo();
        rig.captureNothing();
        OrderFrames frames = OrderFrames.of(1, 1, "tBTCUSD", AMOUNT);
        Event ticker = ticker();
        Event[] reports = {
            prepared(frames.accepted()),
            prepared(frames.fill(1, AMOUNT, 100)),
            prepared(frames.executed(100)),
            prepared(frames.fee(1, AMOUNT, 100))
        };
        ExecutionReport report = new ExecutionReport();
        long[] number = {0};
        Event time = time();
        long bytes =
                Allocations.of(
                        i -> {
                            rig.ids.refill(0);
                            rig.publish(time);
                            rig.publish(ticker);
                            long last = rig.orders.lastOrder().clientOrderId();
                            for (int each = 1; each >= 0; each--) {
                                number[0]++;
                                for (Event event : reports) {
                                    report.wrap(event).orderId(1_000_000_000_000L + number[0]);
                                    report.clientOrderId(last - each);
                                    report.tradeId(report.tradeId() == 0 ? 0 : number[0]);
                                    rig.publish(event);
                                }
                            }
                        });

        assertEquals(0, bytes);
        assertEquals(number[0], rig.count(Counter.ORDERS_SENT));
        assertEquals(number[0], rig.count(Counter.FILLS));
        assertEquals(0, rig.orders.openOrders());
        assertEquals(number[0] * 1_000_000L, rig.positions.units(RunnerRig.BTCUSD));
        assertEquals(number[0] * 500_000L, rig.positions.of(1).units(RunnerRig.BTCUSD));
        assertEquals(number[0] * 500_000L, rig.positions.of(2).units(RunnerRig.BTCUSD));
    }
}
