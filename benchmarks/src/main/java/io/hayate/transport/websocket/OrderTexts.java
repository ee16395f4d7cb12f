package io.hayate.transport.websocket;

import io.hayate.codec.OrderEncoder;
import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Side;
import java.util.List;
import java.util.Random;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/** Texts of orders, some 95 bytes each, in slots of their own. */
final class OrderTexts {
    /** How many there are: a power of two. */
    static final int COUNT = 1_024;

    private static final int SLOT_BYTES = 192;
    private static final int UNITS_MAX = 1_000_000_000;

    private final UnsafeBuffer buffer =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(COUNT * SLOT_BYTES, 64));
    private final int[] lengths = new int[COUNT];

    OrderTexts() {
        OrderEncoder encoder = new OrderEncoder();
        Instrument instrument = Instruments.of(List.of("tBTCUSD")).get(0);
        OrderIntent intent = OrderIntent.allocate().begin(OrderOperation.NEW, 0);
        intent.type(OrderType.EXCHANGE_MARKET).side(Side.SELL);
        Random random = new Random(20_261_101);
        for (int i = 0; i < COUNT; i++) {
            int units = 1 + random.nextInt(UNITS_MAX);
            intent.units(units).clientOrderId(1_795_435_200_000L + i);
            lengths[i] = encoder.newOrder(intent, instrument);
            buffer.putBytes(offset(i), encoder.buffer(), 0, lengths[i]);
        }
    }

    UnsafeBuffer buffer() {
        return buffer;
    }

    int offset(int order) {
        return order * SLOT_BYTES;
    }

    int length(int order) {
        return lengths[order];
    }

    String text(int order) {
        return buffer.getStringWithoutLengthAscii(offset(order), lengths[order]);
    }
}
