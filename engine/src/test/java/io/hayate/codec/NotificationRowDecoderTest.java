package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.model.Instrument;
import io.hayate.model.OrderType;
import io.hayate.model.RequestKind;
import io.hayate.model.Side;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationRowDecoderTest {
    private static final String ACCEPTED =
            "[0,\"n\",[1582304782.761,\"on-req\",null,null,[40223669041,null,1582304782748,"
                    + "\"tBTCUSD\",1582304782760,1582304782761,-0.001,-0.001,\"EXCHANGE LIMIT\","
                    + "null,null,null,0,\"ACTIVE\",null,null,10100,0,0,0,null,null,null,0,null,"
                    + "null,null,null,\"API>BFX\",null,null,null],null,\"SUCCESS\","
                    + "\"Submitting exchange limit sell order for -0.001 BTC.\"],12]";
    private static final String REFUSED =
            "[0,\"n\",[null,\"on-req\",null,null,[null,null,1513970684865000,\"tBTCUSD\",null,null,"
                    + "0.001,0.001,\"EXCHANGE MARKET\",null,null,null,null,null,null,null,12940,"
                    + "null,null,null,null,null,null,0,null,null],null,\"ERROR\","
                    + "\"Invalid order: minimum size for BTC/USD is 0.002\"]]";
    private static final String NOT_FOUND =
            "[0,\"n\",[1536571802054,\"oc-req\",null,null,[22948376339485,null,null,null,null,null,"
                    + "null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,"
                    + "null,null,0,null,null,null,null,null,null,null,null],null,\"ERROR\","
                    + "\"Order not found.\"]]";

    private final WholeFrameReader reader = new WholeFrameReader();

    @Test
    void shouldReadAcceptedOrderWhenTimeIsFraction() throws IOException {
        ExecutionReport report = reader.report(ACCEPTED);

        assertEquals(ReportKind.REQUEST_ANSWER, report.kind());
        assertEquals(RequestKind.NEW_ORDER, report.request());
        assertTrue(report.isAccepted());
        assertEquals("Submitting exchange limit sell order for -0.001 BTC.", report.text());
        assertEquals(40_223_669_041L, report.orderId());
        assertEquals(1_582_304_782_748L, report.clientOrderId());
        assertEquals("tBTCUSD", reader.symbol());
        assertEquals(1_582_304_782_760L, report.createTimeMs());
        assertEquals(1_582_304_782_761L, report.updateTimeMs());
        assertEquals(Side.SELL, report.side());
        assertEquals(0.001, report.remainingAmount());
        assertEquals(0.001, report.originalAmount());
        assertEquals(OrderType.EXCHANGE_LIMIT, report.orderType());
        assertEquals(10_100, report.price());
        assertNull(report.status());
        assertEquals(12, reader.decoder.venueSequence());
    }

    @Test
    void shouldReadRefusedOrderWhenItHasNoIdAndNoTime() throws IOException {
        reader.report(ACCEPTED); // its values must not shine through
        ExecutionReport report = reader.report(REFUSED);

        assertEquals(RequestKind.NEW_ORDER, report.request());
        assertFalse(report.isAccepted());
        assertEquals("Invalid order: minimum size for BTC/USD is 0.002", report.text());
        assertEquals(0, report.orderId());
        assertEquals(1_513_970_684_865_000L, report.clientOrderId());
        assertEquals(0, report.createTimeMs());
        assertEquals(Side.BUY, report.side());
        assertEquals(OrderType.EXCHANGE_MARKET, report.orderType());
    }

    @Test
    void shouldReadRefusedOrderWhenVenueHasNoOriginalAmount() throws IOException {
        ExecutionReport report =
                reader.report(
                        "[0,\"n\",[1546953056495,\"on-req\",null,null,[null,null,15469530564677380,"
                                + "\"tXRPUSD\",null,null,-38,null,\"STOP\",null,null,null,1024,"
                                + "null,null,null,0.3689,null,0,0,null,null,null,0,0,null,null,"
                                + "null,null,null,null,null],null,\"ERROR\",\"cid: invalid\"]]");

        assertEquals(15_469_530_564_677_380L, report.clientOrderId());
        assertEquals(38, report.remainingAmount());
        assertTrue(Double.isNaN(report.originalAmount()));
        assertEquals(Side.SELL, report.side());
        assertEquals(OrderType.STOP, report.orderType());
        assertEquals("cid: invalid", report.text());
    }

    @Test
    void shouldReadRefusedCancel() throws IOException {
        ExecutionReport report = reader.report(NOT_FOUND);

        assertEquals(RequestKind.CANCEL_ORDER, report.request());
        assertFalse(report.isAccepted());
        assertEquals(22_948_376_339_485L, report.orderId());
        assertEquals(0, report.clientOrderId());
        assertEquals(Instrument.NONE, reader.event.instrumentId());
        assertEquals("Order not found.", report.text());
    }

    @Test
    void shouldReadAnswerToUpdate() throws IOException {
        assertEquals(
                RequestKind.UPDATE_ORDER,
                reader.report(ACCEPTED.replace("on-req", "ou-req")).request());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"id\":5}", "[]", "7", "\"x\"", "{\"a\":[{}]}"})
    void shouldReadOutcomeWhateverTheInfoIs(String info) throws IOException {
        ExecutionReport report =
                reader.report(
                        "[0,\"n\",[1,\"on-req\",5,[6],"
                                + info
                                + ",7,\"SUCCESS\",\"fine\",\"more\"],12]");

        assertTrue(report.isAccepted());
        assertEquals("fine", report.text());
        assertEquals(0, report.orderId());
    }

    @Test
    void shouldReadNotificationThatStopsEarly() throws IOException {
        ExecutionReport report = reader.report("[0,\"n\",[1,\"on-req\",null,null,[5]]]");

        assertEquals(5, report.orderId());
        assertFalse(report.isAccepted());
        assertEquals("", report.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0,\"n\",[1786327545417,\"wallet_transfer\",null,null,null,null,\"SUCCESS\","
                        + "\"100.0 Tether USDt transferred\"],143,15214,1786327545418]",
                "[0,\"n\",[1,\"fon-req\",null,null,[41238934,null],null,\"SUCCESS\",\"x\"],143]",
                "[0,\"n\",[1,\"uca\",null,null,[\"price\",\"tBTCUSD\"],null,\"SUCCESS\",\"\"],143]",
                "[0,\"n\",[1,\"oc_multi-req\",null,null,null,null,\"SUCCESS\",\"x\"],143]",
                "[0,\"n\",[1,null],143]",
                "[0,\"n\",[],143]"
            })
    void shouldIgnoreWhatAnswersNoOrderRequest(String frame) throws IOException {
        assertEquals(EventType.NONE, reader.row(frame));
        assertEquals(143, reader.decoder.venueSequence());
    }
}
