package io.hayate.benchmarks;

import io.hayate.codec.OrderEncoder;
import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.OrderFlag;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.model.Side;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * Cost of writing an order of each type as the text of a frame, price and amount other than those of the
 * order before, from the intent on; and of an update and a batch.
 */
public class OrderTypeBenchmark extends BenchmarkDefaults {
    @Param({
        "EXCHANGE_MARKET",
        "EXCHANGE_LIMIT",
        "EXCHANGE_STOP",
        "EXCHANGE_STOP_LIMIT",
        "EXCHANGE_TRAILING_STOP",
        "EXCHANGE_FOK",
        "EXCHANGE_IOC"
    })
    OrderType type;

    private final OrderEncoder encoder = new OrderEncoder();
    private final OrderIntent intent = OrderIntent.allocate();
    private final Instrument instrument = Instruments.of(List.of("tBTCUSD")).get(0);
    private final OrderIntent[] batch = new OrderIntent[OrderEncoder.BATCH_MAX];
    private final Instrument[] instruments = new Instrument[OrderEncoder.BATCH_MAX];
    private long clientOrderId = 10_000_000;

    /** A batch of fifteen such orders. */
    public OrderTypeBenchmark() {
        for (int i = 0; i < batch.length; i++) {
            batch[i] = OrderIntent.allocate().begin(OrderOperation.NEW, 0);
            batch[i].type(OrderType.EXCHANGE_LIMIT).units(1_000_000 + i).clientOrderId(7 + i);
            batch[i].price(Price.of(97_010 + i));
            instruments[i] = instrument;
        }
    }

    /** Another one each time, a whole number. */
    private double priceFrom(int least) {
        return least + (int) (clientOrderId & 1_023);
    }

    private OrderIntent next() {
        clientOrderId++;
        intent.begin(OrderOperation.NEW, 0).type(type).side(Side.SELL);
        intent.units(clientOrderId * 37).clientOrderId(clientOrderId);
        if (type.hasPrice()) {
            intent.price(Price.of(priceFrom(97_010)));
        }
        if (type.isStopLimit()) {
            intent.auxLimitPrice(Price.of(priceFrom(97_000)));
        }
        if (type.isTrailingStop()) {
            intent.trailingDistance(Price.of(12.5));
        }
        return intent.flags(type.isLimit() ? OrderFlag.POST_ONLY.bit() : 0);
    }

    /** A new order, its intent included. */
    @Benchmark
    public int newOrder() {
        return encoder.newOrder(next(), instrument);
    }

    /** An update of its price. */
    @Benchmark
    public int update() {
        intent.begin(OrderOperation.UPDATE, 0).orderId(244_611_273_982L + clientOrderId++);
        intent.price(Price.of(priceFrom(97_010)));
        return encoder.change(intent.changes(OrderIntent.CHANGES_PRICE));
    }

    /** Fifteen limit orders in one message. */
    @Benchmark
    public int batchOfFifteen() {
        return encoder.batch(batch, instruments, batch.length);
    }
}
