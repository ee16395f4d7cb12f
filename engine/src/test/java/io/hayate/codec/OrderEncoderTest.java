package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Side;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderEncoderTest {
    private static final Instrument BTCUSD = new Instrument(0, "tBTCUSD");

    private final OrderEncoder encoder = new OrderEncoder();

    private String text(int length) {
        return encoder.buffer().getStringWithoutLengthAscii(0, length);
    }

    private int marketOrder(long number, Instrument instrument, Side side, long units) {
        return marketOrder(encoder, number, instrument, side, units);
    }

    private static int marketOrder(
            OrderEncoder of, long number, Instrument instrument, Side side, long units) {
        OrderIntent intent = OrderIntent.allocate().begin(OrderOperation.NEW, instrument.id());
        intent.type(OrderType.EXCHANGE_MARKET).side(side).units(units).clientOrderId(number);
        return of.newOrder(intent, instrument);
    }

    @Test
    void shouldWriteSellOrder() {
        assertEquals(
                "[0,\"on\",null,{\"cid\":12345,\"type\":\"EXCHANGE MARKET\","
                        + "\"symbol\":\"tBTCUSD\",\"amount\":\"-0.01\"}]",
                text(marketOrder(12_345, BTCUSD, Side.SELL, 1_000_000)));
    }

    @Test
    void shouldWriteBuyOrderAfterLongerText() {
        marketOrder(35_184_372_088_831L, BTCUSD, Side.SELL, 123_456_789_012L);

        assertEquals(
                "[0,\"on\",null,{\"cid\":1,\"type\":\"EXCHANGE MARKET\","
                        + "\"symbol\":\"tDOGE:USD\",\"amount\":\"5\"}]",
                text(marketOrder(1, new Instrument(1, "tDOGE:USD"), Side.BUY, 500_000_000)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.00000001",
        "10, 0.0000001",
        "100000000, 1",
        "123456789, 1.23456789",
        "9223372036854775807, 92233720368.54775807"
    })
    void shouldWriteAmountAsPlainDecimal(long units, String amount) {
        String buy = text(marketOrder(1, BTCUSD, Side.BUY, units));
        assertEquals(amount, buy.replaceAll(".*amount\":\"|\"}]", ""));

        String sell = text(marketOrder(1, BTCUSD, Side.SELL, units));
        assertEquals("-" + amount, sell.replaceAll(".*amount\":\"|\"}]", ""));
    }

    @Test
    void shouldRefuseAmountThatIsNotPositive() {
        assertThrows(IllegalArgumentException.class, () -> marketOrder(1, BTCUSD, Side.BUY, 0));
        assertThrows(IllegalArgumentException.class, () -> marketOrder(1, BTCUSD, Side.BUY, -5));
    }

    @Test
    void shouldWriteSymbolOfTheInstrumentGivenWhenNumbersRepeat() {
        marketOrder(1, BTCUSD, Side.BUY, 1);

        assertEquals(
                "[0,\"on\",null,{\"cid\":1,\"type\":\"EXCHANGE MARKET\","
                        + "\"symbol\":\"tETHUSD\",\"amount\":\"0.00000001\"}]",
                text(marketOrder(1, new Instrument(0, "tETHUSD"), Side.BUY, 1)));
    }

    @Test
    void shouldWriteOrdersForEveryInstrumentThereCanBe() {
        Instrument last = new Instrument(Instruments.COUNT_MAX - 1, "tLAST:ONE");

        assertEquals(
                "[0,\"on\",null,{\"cid\":1,\"type\":\"EXCHANGE MARKET\","
                        + "\"symbol\":\"tLAST:ONE\",\"amount\":\"1\"}]",
                text(marketOrder(1, last, Side.BUY, 100_000_000)));
    }

    @ParameterizedTest
    @CsvSource({
        "1795435200000, 1795435200001",
        "1795435200009, 1795435200010",
        "1795435199999, 1795435200000",
        "1795435200000, 1795435199999",
        "9999999, 10000000",
        "10000000, 9999999",
        "12345, 12345"
    })
    void shouldWriteTheSameWhetherOrNotAnOrderLikeItCameBefore(long first, long second) {
        marketOrder(first, BTCUSD, Side.SELL, 1_000_000);
        String after = text(marketOrder(second, BTCUSD, Side.SELL, 1_000_000));

        OrderEncoder fresh = new OrderEncoder();
        int length = marketOrder(fresh, second, BTCUSD, Side.SELL, 1_000_000);
        assertEquals(fresh.buffer().getStringWithoutLengthAscii(0, length), after);
    }

    @Test
    void shouldKeepSideAmountAndSymbolApartFromOrderToOrder() {
        marketOrder(12_345, BTCUSD, Side.SELL, 1_000_000);
        encoder.cancel(99);

        assertTrue(
                text(marketOrder(12_346, BTCUSD, Side.BUY, 1_000_000))
                        .endsWith("\"amount\":\"0.01\"}]"));
        assertTrue(
                text(marketOrder(12_347, BTCUSD, Side.BUY, 2_000_000))
                        .endsWith("\"amount\":\"0.02\"}]"));
        assertTrue(
                text(marketOrder(12_348, new Instrument(1, "tETHUSD"), Side.BUY, 2_000_000))
                        .contains("tETHUSD"));
    }

    @Test
    void shouldEscapeSymbolAndRefuseEndlessOne() {
        Instrument odd = new Instrument(1, "\"\\\u00e9".repeat(42));
        int length = marketOrder(Long.MAX_VALUE, odd, Side.SELL, Long.MAX_VALUE);
        String symbol = text(length).replaceAll(".*symbol\":\"|\",\"am.*", "");
        assertEquals("\\\"\\\\\\u00e9".repeat(42), symbol);

        Instrument endless = new Instrument(2, "t".repeat(129));
        assertThrows(IllegalArgumentException.class, () -> marketOrder(1, endless, Side.BUY, 1));
    }

    @Test
    void shouldCancelByIdOfVenue() {
        assertEquals("[0,\"oc\",null,{\"id\":123}]", text(encoder.cancel(123)));
        assertEquals(
                "[0,\"oc\",null,{\"id\":244611273982}]", text(encoder.cancel(244_611_273_982L)));
    }

    @Test
    void shouldCancelByClientOrderIdAndItsDay() {
        long day = LocalDate.of(2026, 11, 23).toEpochDay();

        assertEquals(
                "[0,\"oc\",null,{\"cid\":1,\"cid_date\":\"2026-11-23\"}]",
                text(encoder.cancel(1, day)));
    }

    @Test
    void shouldWriteEveryDayAsCalendarDoes() {
        byte[] text = new byte[12];
        long last = LocalDate.of(2420, 1, 1).toEpochDay();
        List<LocalDate> edges = List.of(LocalDate.of(0, 1, 1), LocalDate.of(9999, 12, 31));
        for (LocalDate date : edges) {
            assertEquals(date.toString(), date(date.toEpochDay(), text));
        }
        for (long day = LocalDate.of(1960, 1, 1).toEpochDay(); day < last; day++) {
            assertEquals(LocalDate.ofEpochDay(day).toString(), date(day, text));
        }
    }

    private static String date(long epochDay, byte[] text) {
        int length = Dates.write(epochDay, text, 1);
        return new String(text, 1, length, StandardCharsets.US_ASCII);
    }
}
