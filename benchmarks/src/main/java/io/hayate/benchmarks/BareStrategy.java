package io.hayate.benchmarks;

import io.hayate.codec.OrderEncoder;
import io.hayate.event.OrderIntent;
import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Side;
import io.hayate.strategy.Strategy;
import io.hayate.transport.Transport;

/** Answers each ticker at a price with the text of an order and nothing else: no limits, no journal. */
final class BareStrategy implements Strategy {
    private static final long UNITS = 100_000; // 0.001

    private final OrderEncoder encoder = new OrderEncoder();
    private final OrderIntent intent = OrderIntent.allocate();
    private final Transport transport;
    private final double triggerPrice;
    private long clientOrderId = 1L << 44;

    BareStrategy(Transport socket, double price) {
        transport = socket;
        triggerPrice = price;
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        if (ticker.lastPrice() >= triggerPrice) {
            intent.begin(OrderOperation.NEW, instrument.id()).type(OrderType.EXCHANGE_MARKET);
            intent.side(Side.BUY).units(UNITS).clientOrderId(++clientOrderId);
            int length = encoder.newOrder(intent, instrument);
            transport.sendText(encoder.buffer(), 0, length);
        }
    }
}
