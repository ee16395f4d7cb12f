package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
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
}
