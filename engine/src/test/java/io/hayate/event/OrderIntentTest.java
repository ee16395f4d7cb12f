package io.hayate.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import io.hayate.model.OrderFlag;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.model.Side;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderIntentTest {
    private final UnsafeBuffer bytes = new UnsafeBuffer(new byte[2 * OrderIntent.SIZE]);
    private final OrderIntent intent = new OrderIntent().wrap(bytes, 8);

    @Test
    void shouldKeepEachFieldApartAtItsDocumentedPlace() {
        intent.begin(OrderOperation.UPDATE, 84);
        intent.clientOrderId(1).orderId(2).units(3).price(4).auxLimitPrice(5).trailingDistance(6);
        intent.ocoStopPrice(7).ocoClientOrderId(8).groupId(9).expiryMs(10).createdEpochDay(11);
        intent.flags(12).leverage(13).changes(14).side(Side.SELL).type(OrderType.IOC).origin(2);
        intent.cause().receiveTimeNs(15).venueSequence(16).transitMs(17).bidPrice(18).askPrice(19);
        intent.cause().channelId(20).health(Health.STALE).reachedPrice(21);
        intent.cause().quote(Health.GAPPED, 22).lookedTimeNs(23);

        for (int i = 0; i < 10; i++) {
            assertEquals(i + 1, bytes.getLong(8 + i * 8));
        }
        assertEquals(
                List.of(11, 84, 12, 13, 14),
                List.of(int4(80), int4(84), int4(88), int4(92), int4(96)));
        assertEquals(
                List.of((byte) 2, (byte) -1, (byte) 14, (byte) 2),
                List.of(byte1(100), byte1(101), byte1(102), byte1(103)));
        assertEquals(List.of(15L, 16L, 17L), List.of(long8(104), long8(112), long8(120)));
        assertEquals(18.0, bytes.getDouble(8 + 128));
        assertEquals(19.0, bytes.getDouble(8 + 136));
        assertEquals(List.of(20, Health.STALE), List.of(int4(144), int4(148)));
        assertEquals(21.0, bytes.getDouble(8 + 152));
        assertEquals(List.of(22L, 23L), List.of(long8(160), long8(176)));
        assertEquals(List.of(Health.GAPPED, 1), List.of(int4(168), int4(172)));
        assertEquals(184, OrderIntent.SIZE);
    }

    private int int4(int at) {
        return bytes.getInt(8 + at);
    }

    private byte byte1(int at) {
        return bytes.getByte(8 + at);
    }

    private long long8(int at) {
        return bytes.getLong(8 + at);
    }

    @Test
    void shouldAskForNothingOnceBegun() {
        bytes.setMemory(0, bytes.capacity(), (byte) 0x55);
        intent.begin(OrderOperation.NEW, 3);

        assertEquals(OrderOperation.NEW, intent.operation());
        assertEquals(OrderType.OTHER, intent.type());
        assertEquals(Price.NONE, intent.price() + intent.auxLimitPrice() + intent.ocoStopPrice());
        assertEquals(0, intent.flags() + intent.leverage() + intent.changes() + intent.origin());
        assertEquals(MarketChannel.NONE, intent.cause().channelId());
        assertEquals(Event.NO_SEQUENCE, intent.cause().venueSequence());
        assertEquals(Double.NaN, intent.cause().bidPrice());
        assertEquals(0x55, bytes.getByte(7));
        assertEquals(0x55, bytes.getByte(8 + OrderIntent.SIZE));
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 1000000",
        "1e-8, 1",
        "0, 0",
        "-1, 0",
        "NaN, 0",
        "Infinity, 0",
        "1e-13, -9223372036854775808",
        "0.123456789, -9223372036854775808",
        "1e300, -9223372036854775807"
    })
    void shouldTellWhyAnAmountIsNone(double amount, long units) {
        assertEquals(units, intent.begin(OrderOperation.NEW, 0).amount(amount).units());
    }

    @Test
    void shouldBeLikeAnotherOfOtherNumbersAndCauseAlone() {
        OrderIntent other = OrderIntent.allocate();
        intent.begin(OrderOperation.NEW, 0).units(5).clientOrderId(1).cause().health(1);
        other.copyFrom(intent).clientOrderId(2).orderId(7).cause().health(2);
        assertTrue(intent.isLike(other));

        assertFalse(intent.isLike(other.flags(OrderFlag.HIDDEN.bit())));
        assertFalse(intent.isLike(other.copyFrom(intent).side(Side.SELL)));
        assertFalse(intent.isLike(other.copyFrom(intent).units(6)));
    }
}
