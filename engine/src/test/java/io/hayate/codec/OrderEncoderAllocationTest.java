package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.model.Side;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OrderEncoderAllocationTest {
    private final OrderEncoder encoder = new OrderEncoder();
    private final OrderIntent intent = OrderIntent.allocate();
    private final Instrument bitcoin = new Instrument(0, "tBTCUSD");
    private final Instrument dogecoin = new Instrument(1, "tDOGE:USD");

    @Test
    void shouldAllocateNothingForOrder() throws IOException {
        long bytes =
                Allocations.of(
                        i -> {
                            Instrument instrument = (i & 1) == 0 ? bitcoin : dogecoin;
                            Side side = (i & 2) == 0 ? Side.BUY : Side.SELL;
                            intent.begin(OrderOperation.NEW, instrument.id()).side(side);
                            intent.type(OrderType.EXCHANGE_MARKET).units(1 + i * 997L);
                            encoder.newOrder(intent.clientOrderId(10_000_000 + i), instrument);
                        });

        assertEquals(0, bytes);
    }

    @Test
    void shouldAllocateNothingForCancel() throws IOException {
        long bytes =
                Allocations.of(
                        i -> {
                            encoder.cancel(244_611_273_982L + i);
                            encoder.cancel(10_000_000 + i, 20_000 + i % 10_000);
                        });

        assertEquals(0, bytes);
    }

    @Test
    void shouldAllocateNothingForAnyTypeUpdateOrBatch() throws IOException {
        OrderType[] types = OrderType.values();
        OrderIntent[] intents = {intent, intent, intent};
        Instrument[] instruments = {bitcoin, dogecoin, bitcoin};
        long bytes =
                Allocations.of(
                        i -> {
                            intent.begin(OrderOperation.NEW, 0).type(types[i % 14]).units(1 + i);
                            intent.price(Price.of(1 + i % 90_000)).groupId(i).flags(i & 64);
                            intent.auxLimitPrice(Price.of((i % 999) / 100.0)).expiryMs(1L << 40);
                            encoder.newOrder(intent.clientOrderId(10_000_000 + i), bitcoin);
                            encoder.batch(intents, instruments, 3);
                            intent.operation(OrderOperation.UPDATE).changes(i);
                            encoder.change(intent);
                        });

        assertEquals(0, bytes);
    }
}
