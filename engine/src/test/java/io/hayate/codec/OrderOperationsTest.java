package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.OrderFlag;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.model.Side;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each operation as text: byte by byte as the venue documents it, and as the venue reads it. */
class OrderOperationsTest {
    private static final Instrument BTCUSD = new Instrument(0, "tBTCUSD");
    private static final long EXPIRY_MS = Instant.parse("2020-01-15T10:45:23Z").toEpochMilli();

    private final OrderEncoder encoder = new OrderEncoder();

    private static OrderIntent intent(OrderOperation operation) {
        return OrderIntent.allocate().begin(operation, 0);
    }

    private static OrderIntent order(OrderType type, long number, double amount) {
        OrderIntent intent = intent(OrderOperation.NEW).type(type).clientOrderId(number);
        return intent.side(Side.of(amount)).amount(Math.abs(amount));
    }

    private String text(int length) {
        return encoder.buffer().getStringWithoutLengthAscii(0, length);
    }

    private static String on(String rest) {
        return "[0,\"on\",null,{\"cid\":7,\"type\":" + rest + "}]";
    }

    @Test
    void shouldWriteLimitOrderWithGroupAndFlags() {
        OrderIntent intent = order(OrderType.EXCHANGE_LIMIT, 7, 0.001).price(Price.parse("10000"));
        intent.groupId(1).flags(OrderFlag.POST_ONLY.bit());

        assertEquals(
                on(
                        "\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.001\","
                                + "\"price\":\"10000\",\"gid\":1,\"flags\":4096"),
                text(encoder.newOrder(intent, BTCUSD)));
    }

    @Test
    void shouldWriteEveryFieldThereIs() {
        OrderIntent intent = order(OrderType.LIMIT, 7, -2.5).price(Price.parse("0.00001234"));
        intent.ocoStopPrice(Price.parse("0.000012")).ocoClientOrderId(8).groupId(3);
        intent.flags(OrderFlag.OCO.bit() | OrderFlag.REDUCE_ONLY.bit()).leverage(10);
        intent.expiryMs(EXPIRY_MS + 999);

        assertEquals(
                on(
                        "\"LIMIT\",\"symbol\":\"tBTCUSD\",\"amount\":\"-2.5\","
                                + "\"price\":\"0.00001234\",\"price_oco_stop\":\"0.000012\","
                                + "\"cid_oco\":8,\"gid\":3,\"flags\":17408,"
                                + "\"tif\":\"2020-01-15 10:45:23\",\"lev\":10"),
                text(encoder.newOrder(intent, BTCUSD)));
    }

    @Test
    void shouldWriteStopsOfEachKind() {
        OrderIntent stopLimit = order(OrderType.EXCHANGE_STOP_LIMIT, 7, 1);
        stopLimit.price(Price.parse("97010")).auxLimitPrice(Price.parse("97020"));
        assertEquals(
                on(
                        "\"EXCHANGE STOP LIMIT\",\"symbol\":\"tBTCUSD\",\"amount\":\"1\","
                                + "\"price\":\"97010\",\"price_aux_limit\":\"97020\""),
                text(encoder.newOrder(stopLimit, BTCUSD)));

        OrderIntent trailing = order(OrderType.TRAILING_STOP, 7, -1);
        trailing.trailingDistance(Price.parse("12.5"));
        assertEquals(
                on(
                        "\"TRAILING STOP\",\"symbol\":\"tBTCUSD\",\"amount\":\"-1\","
                                + "\"price_trailing\":\"12.5\""),
                text(encoder.newOrder(trailing, BTCUSD)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void shouldNameEachTypeAsTheVenueDoes(OrderType type) {
        String text = text(encoder.newOrder(order(type, 7, 1), BTCUSD));

        assertTrue(text.contains("\"type\":\"" + type.wireName() + "\""), text);
    }

    @Test
    void shouldWriteTheVenuesOwnUpdate() {
        OrderIntent intent = intent(OrderOperation.UPDATE).orderId(1_185_815_100L);
        intent.side(Side.SELL).price(Price.parse("240")).amount(3);
        intent.changes(OrderIntent.CHANGES_PRICE | OrderIntent.CHANGES_AMOUNT);

        assertEquals(
                "[0,\"ou\",null,{\"id\":1185815100,\"price\":\"240\",\"amount\":\"-3\"}]",
                text(encoder.change(intent)));
    }

    @Test
    void shouldWriteOnlyWhatAnUpdateChanges() {
        OrderIntent intent = intent(OrderOperation.UPDATE).clientOrderId(9);
        intent.createdEpochDay((int) LocalDate.of(2026, 10, 12).toEpochDay());
        intent.side(Side.SELL).units(-50_000_000).changes(OrderIntent.CHANGES_AMOUNT_BY);
        assertEquals(
                "[0,\"ou\",null,{\"cid\":9,\"cid_date\":\"2026-10-12\",\"delta\":\"0.5\"}]",
                text(encoder.change(intent)));

        OrderIntent other = intent(OrderOperation.UPDATE).orderId(1).groupId(4).leverage(5);
        other.auxLimitPrice(Price.parse("2")).trailingDistance(Price.parse("3"));
        other.expiryMs(EXPIRY_MS).changes(-1 & ~7);
        assertEquals(
                "[0,\"ou\",null,{\"id\":1,\"price_aux_limit\":\"2\",\"price_trailing\":\"3\","
                        + "\"gid\":4,\"flags\":0,\"tif\":\"2020-01-15 10:45:23\",\"lev\":5}]",
                text(encoder.change(other)));
    }

    @Test
    void shouldWriteTheVenuesOwnCancels() {
        long day = LocalDate.of(2016, 12, 5).toEpochDay();
        assertEquals("[0,\"oc\",null,{\"id\":34930659963}]", text(encoder.cancel(34_930_659_963L)));
        assertEquals(
                "[0,\"oc\",null,{\"cid\":12345,\"cid_date\":\"2016-12-05\"}]",
                text(encoder.cancel(12_345, day)));
        assertEquals(
                "[0,\"oc_multi\",null,{\"all\":1}]",
                text(encoder.change(intent(OrderOperation.CANCEL_ALL))));
        assertEquals(
                "[0,\"oc_multi\",null,{\"gid\":[7]}]",
                text(encoder.change(intent(OrderOperation.CANCEL_GROUP).groupId(7))));
        assertEquals(
                "[0,\"oc_multi\",null,{\"id\":[1,2]}]",
                text(encoder.cancelMany(new long[] {1, 2, 3}, 2)));
        assertEquals(
                "[0,\"oc_multi\",null,{\"cid\":[[5,\"2016-12-05\"],[6,\"2016-12-06\"]]}]",
                text(encoder.cancelMany(new long[] {5, 6}, new long[] {day, day + 1}, 2)));
    }

    @Test
    void shouldWriteBatchOfOperations() {
        OrderIntent limit = order(OrderType.EXCHANGE_LIMIT, 7, 0.1).price(Price.parse("9000"));
        OrderIntent[] intents = {
            intent(OrderOperation.CANCEL).orderId(1),
            limit,
            intent(OrderOperation.CANCEL_GROUP).groupId(3)
        };

        assertEquals(
                "[0,\"ox_multi\",null,[[\"oc\",{\"id\":1}],[\"on\",{\"cid\":7,\"type\":"
                        + "\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.1\","
                        + "\"price\":\"9000\"}],[\"oc_multi\",{\"gid\":[3]}]]]",
                text(encoder.batch(intents, new Instrument[] {BTCUSD, BTCUSD, BTCUSD}, 3)));
    }

    @Test
    void shouldHaveRoomForFifteenOrdersWithEveryFieldAndTheLongestNumbers() {
        Instrument longest = new Instrument(1, "t" + "A".repeat(63));
        OrderIntent[] intents = new OrderIntent[OrderEncoder.BATCH_MAX];
        Instrument[] instruments = new Instrument[OrderEncoder.BATCH_MAX];
        for (int i = 0; i < intents.length; i++) {
            long tiny = Price.parse("0.000000000000000012345");
            intents[i] = order(OrderType.EXCHANGE_TRAILING_STOP, (1L << 45) - 1, -1);
            intents[i].units(Long.MAX_VALUE).price(tiny).auxLimitPrice(tiny).ocoStopPrice(tiny);
            intents[i].trailingDistance(tiny).ocoClientOrderId((1L << 45) - 2).leverage(100);
            intents[i].groupId(Integer.MAX_VALUE).flags(1_000_000).expiryMs(EXPIRY_MS);
            instruments[i] = longest;
        }

        assertTrue(encoder.batch(intents, instruments, intents.length) > 6_000);
        long[] most = new long[OrderEncoder.CANCELS_MAX];
        long[] days = new long[most.length];
        Arrays.fill(most, 1L << 45);
        assertTrue(encoder.cancelMany(most, days, most.length) < OrderEncoder.TEXT_BYTES_MAX);
    }

    @Test
    void shouldWriteTheSameWhateverOrderCameBefore() {
        SplittableRandom random = new SplittableRandom(7);
        OrderType[] types = OrderType.values();
        for (int i = 0; i < 20_000; i++) {
            OrderIntent intent = order(types[random.nextInt(14)], random.nextInt(1, 2_000), 1);
            intent.units(random.nextInt(1, 4)).side(random.nextBoolean() ? Side.BUY : Side.SELL);
            intent.price(random.nextInt(3) == 0 ? 0 : Price.of(random.nextInt(1, 5)));
            intent.flags(random.nextInt(2) * 64).groupId(random.nextInt(2));
            Instrument instrument = new Instrument(random.nextInt(2), "tBTCUSD");
            String after = text(encoder.newOrder(intent, instrument));

            OrderEncoder fresh = new OrderEncoder();
            int length = fresh.newOrder(intent, instrument);
            assertEquals(fresh.buffer().getStringWithoutLengthAscii(0, length), after);
        }
    }

    @Test
    void shouldBeReadByTheVenueAsItWasMeant() throws IOException {
        OrderIntent intent = order(OrderType.EXCHANGE_STOP_LIMIT, 7, -0.25).groupId(9);
        intent.price(Price.parse("123.45")).auxLimitPrice(Price.parse("123.4")).flags(64);

        Fields fields = fields(text(encoder.newOrder(intent, BTCUSD)));
        assertEquals("EXCHANGE STOP LIMIT", fields.text("type"));
        assertEquals(new BigDecimal("-0.25"), fields.decimal("amount"));
        assertEquals(new BigDecimal("123.45"), fields.decimal("price"));
        assertEquals(new BigDecimal("123.4"), fields.decimal("price_aux_limit"));
        assertEquals(List.of(7L, 9L, 64L), wholes(fields, "cid", "gid", "flags"));
    }

    private static List<Long> wholes(Fields fields, String... names) {
        List<Long> wholes = new ArrayList<>();
        for (String name : names) {
            wholes.add(fields.whole(name));
        }
        return wholes;
    }

    private static Fields fields(String text) throws IOException {
        Object read = JsonReader.read(text);
        Fields fields = Fields.of(((List<?>) read).get(3));
        assertNotNull(fields);
        return fields;
    }
}
