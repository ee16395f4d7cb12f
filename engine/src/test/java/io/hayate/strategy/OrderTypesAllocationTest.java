package io.hayate.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.codec.Allocations;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.event.Ticker;
import io.hayate.metrics.Counter;
import io.hayate.model.Instrument;
import io.hayate.model.OrderStatus;
import io.hayate.model.Side;
import io.hayate.order.Order;
import io.hayate.order.OrderBatch;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A warm strategy thread allocates nothing for orders of any type, their updates, cancels and batches. */
class OrderTypesAllocationTest {
    /** At each ticker an order of the next type, at each row an update or a cancel, at times a batch. */
    private static final class Trader implements Strategy {
        private StrategyContext context;
        private long tickers;
        private long updates;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            double price = 91_900 + tickers % 200;
            switch ((int) (tickers++ % 6)) {
                case 0 -> context.order(instrument).buy(0.01).limit(price).group(7).send();
                case 1 -> context.order(instrument).sell(0.02).stopLimit(price, price - 1).send();
                case 2 -> context.order(instrument).sell(0.03).trailingStop(12.5).send();
                case 3 -> context.order(instrument).buy(0.01).limit(price).oco(price + 9).send();
                case 4 -> context.order(instrument).buy(0.01).market().postOnly().send(); // refused
                default -> {
                    OrderBatch batch = context.batch();
                    batch.add(context.order(instrument).buy(0.01).ioc(price));
                    batch.add(context.order(instrument).buy(0.01).limit(0.1 + 0.2));
                    context.sendBatch();
                }
            }
            context.openAmount(instrument, Side.BUY);
        }

        @Override
        public void onExecutionReport(ExecutionReport report, Order order) {
            if (report.kind() == ReportKind.NEW) {
                updates += context.update(order).amount(0.05).send().isAccepted() ? 1 : 0;
            } else if (report.kind() == ReportKind.CHANGED) {
                context.cancel(order);
                context.cancelGroup(7);
            }
        }
    }

    private static Event row(ReportKind kind, OrderStatus status) {
        Event event = Event.allocate().begin(RunnerRig.BTCUSD, RunnerRig.START_NS);
        event.type(EventType.EXECUTION_REPORT);
        new ExecutionReport().wrap(event).clear().kind(kind).status(status);
        return event;
    }

    @Test
    void shouldAllocateNothingFromTickerToTheEndOfEachOrder() throws IOException {
        Trader trader = new Trader();
        RunnerRig rig = new RunnerRig(trader).live();
        rig.captureNothing();
        Event ticker = Event.allocate().begin(RunnerRig.BTCUSD, RunnerRig.START_NS);
        ticker.type(EventType.TICKER);
        new Ticker().wrap(ticker).lastPrice(92_000).bidPrice(92_000).askPrice(92_001);
        Event[] rows = {
            row(ReportKind.NEW, OrderStatus.ACTIVE),
            row(ReportKind.CHANGED, OrderStatus.ACTIVE),
            row(ReportKind.CLOSED, OrderStatus.CANCELED)
        };
        ExecutionReport report = new ExecutionReport();
        long[] number = {1_000_000_000_000L};

        long bytes =
                Allocations.of(
                        i -> {
                            rig.ids.refill(0);
                            rig.publish(ticker);
                            number[0]++;
                            Order order = rig.orders.lastOrder();
                            for (Event each : rows) {
                                report.wrap(each).orderId(number[0]);
                                report.clientOrderId(order.clientOrderId());
                                report.orderType(order.type()).side(order.side());
                                report.originalAmount(order.amount());
                                report.remainingAmount(order.amount());
                                rig.publish(each);
                            }
                        });

        assertEquals(0, bytes);
        assertEquals(0, rig.orders.openOrders());
        assertTrue(trader.updates > trader.tickers / 3);
        assertTrue(rig.count(Counter.ORDERS_REFUSED) > trader.tickers / 6);
    }
}
