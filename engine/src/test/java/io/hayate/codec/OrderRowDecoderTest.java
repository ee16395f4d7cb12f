package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.model.Instrument;
import io.hayate.model.OrderStatus;
import io.hayate.model.OrderType;
import io.hayate.model.Side;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OrderRowDecoderTest {
    private static final String CHANGED =
            "[0,\"ou\",[16763246021,1933508613,22034051523,\"tBTCUSD\",1536856527109,1536856940051,"
                    + "1.995,2,\"LIMIT\",null,null,null,4096,\"PARTIALLY FILLED @ 6516.1(0.005)\","
                    + "null,null,6516.1,6516.1,null,null,null,null,null,0,0,0,null,null,"
                    + "\"API>BFX\",null,null,null]]";
    private static final String EXECUTED =
            "[0,\"oc\",[111179140333,null,1755757983693,\"tBTCUSD\",1755757983693,1755757983694,0,"
                    + "-0.00008865,\"EXCHANGE LIMIT\",null,null,null,0,"
                    + "\"EXECUTED @ 113940.0(-0.00008865)\",null,null,112810,113940,0,0,null,null,"
                    + "null,0,0,null,null,null,\"API>BFX\",null,null,{\"source\":\"api\"}]]";
    private static final String OPEN =
            "[0,\"os\",[[34930659963,null,1574955083558,\"tETHUSD\",1574955083558,1574955083573,"
                    + "0.201104,0.201104,\"EXCHANGE LIMIT\",null,null,null,0,\"ACTIVE\",null,null,"
                    + "120,0,0,0,null,null,null,0,0,null,null,null,\"BFX\",null,null,null]]]";

    private final WholeFrameReader reader = new WholeFrameReader();

    @Test
    void shouldReadNewOrder() throws IOException {
        assertEquals(EventType.EXECUTION_REPORT, reader.row(Frames.ORDER_NEW));
        ExecutionReport report = reader.report(Frames.ORDER_NEW);

        assertEquals(ReportKind.NEW, report.kind());
        assertEquals(111_172_419_114L, report.orderId());
        assertEquals(1_755_757_983_971L, report.clientOrderId());
        assertEquals(0, report.groupId());
        assertEquals("tBTCUSD", reader.symbol());
        assertEquals(1_755_757_983_972L, report.createTimeMs());
        assertEquals(1_755_757_983_972L, report.updateTimeMs());
        assertEquals(0.001, report.remainingAmount());
        assertEquals(0.001, report.originalAmount());
        assertEquals(Side.BUY, report.side());
        assertEquals(OrderType.EXCHANGE_LIMIT, report.orderType());
        assertEquals(OrderStatus.ACTIVE, report.status());
        assertEquals("ACTIVE", report.text());
        assertEquals(10_000, report.price());
        assertEquals(0, report.averagePrice());
    }

    @Test
    void shouldLeaveBlankWhatOrderRowDoesNotTell() throws IOException {
        ExecutionReport report = reader.report(Frames.ORDER_NEW);

        assertEquals(0, report.tradeId());
        assertEquals(0, report.fillAmount());
        assertEquals(0, report.fillPrice());
        assertTrue(Double.isNaN(report.fee()));
        assertEquals("", report.feeCurrency());
        assertNull(report.request());
        assertFalse(report.isAccepted());
        assertFalse(report.isMaker());
    }

    @Test
    void shouldReadChangedOrder() throws IOException {
        ExecutionReport report = reader.report(CHANGED);

        assertEquals(ReportKind.CHANGED, report.kind());
        assertEquals(16_763_246_021L, report.orderId());
        assertEquals(1_933_508_613L, report.groupId());
        assertEquals(22_034_051_523L, report.clientOrderId());
        assertEquals(1_536_856_527_109L, report.createTimeMs());
        assertEquals(1_536_856_940_051L, report.updateTimeMs());
        assertEquals(1.995, report.remainingAmount());
        assertEquals(2, report.originalAmount());
        assertEquals(OrderType.LIMIT, report.orderType());
        assertEquals(OrderStatus.PARTIALLY_FILLED, report.status());
        assertEquals("PARTIALLY FILLED @ 6516.1(0.005)", report.text());
        assertEquals(6_516.1, report.price());
        assertEquals(6_516.1, report.averagePrice());
    }

    @Test
    void shouldReadExecutedOrderAndTakeSideFromWhatWasOrdered() throws IOException {
        ExecutionReport report = reader.report(EXECUTED);

        assertEquals(ReportKind.CLOSED, report.kind());
        assertEquals(111_179_140_333L, report.orderId());
        assertEquals(1_755_757_983_693L, report.clientOrderId());
        assertEquals(Side.SELL, report.side());
        assertEquals(0, report.remainingAmount());
        assertEquals(0.00008865, report.originalAmount());
        assertEquals(OrderStatus.FILLED, report.status());
        assertEquals("EXECUTED @ 113940.0(-0.00008865)", report.text());
        assertEquals(112_810, report.price());
        assertEquals(113_940, report.averagePrice());
    }

    @Test
    void shouldReadOpenOrder() throws IOException {
        ExecutionReport report = reader.report(OPEN);

        assertEquals(ReportKind.OPEN_ORDER, report.kind());
        assertEquals(34_930_659_963L, report.orderId());
        assertEquals("tETHUSD", reader.symbol());
        assertEquals(OrderStatus.ACTIVE, report.status());
        assertEquals(120, report.price());
    }

    @Test
    void shouldCutLongStatusVisibly() throws IOException {
        String fills = "PARTIALLY FILLED @ 6516.1(0.005), ".repeat(9);
        ExecutionReport report =
                reader.report(CHANGED.replace("PARTIALLY FILLED @ 6516.1(0.005)", fills));

        assertEquals(fills.substring(0, 125) + "...", report.text());
        assertEquals(OrderStatus.PARTIALLY_FILLED, report.status());
    }

    @Test
    void shouldReadRowOfOldDaysThatStopsEarly() throws IOException {
        ExecutionReport report =
                reader.report("[0,\"oc\",[1,0,2,\"tLTCBTC\",3,4,-0.2,-0.2001,\"LIMIT\"]]");

        assertEquals(OrderStatus.CANCELED, report.status());
        assertEquals(Side.SELL, report.side());
        assertEquals("", report.text());
        assertTrue(Double.isNaN(report.price()));
        assertEquals(0, report.averagePrice());
    }

    @Test
    void shouldReadRowOfNulls() throws IOException {
        reader.report(EXECUTED); // its values must not shine through
        ExecutionReport report = reader.report("[0,\"on\",[" + "null,".repeat(31) + "null]]");

        assertEquals(0, report.orderId());
        assertEquals(0, report.clientOrderId());
        assertEquals(Instrument.NONE, reader.event.instrumentId());
        assertEquals(0, report.createTimeMs());
        assertTrue(Double.isNaN(report.remainingAmount()));
        assertTrue(Double.isNaN(report.originalAmount()));
        assertTrue(Double.isNaN(report.price()));
        assertEquals(0, report.averagePrice());
        assertEquals(Side.BUY, report.side());
        assertEquals(OrderType.OTHER, report.orderType());
        assertEquals(OrderStatus.ACTIVE, report.status());
        assertEquals("", report.text());
    }

    @Test
    void shouldReadEmptyRow() throws IOException {
        ExecutionReport report = reader.report("[0,\"oc\",[]]");

        assertEquals(0, report.orderId());
        assertEquals(OrderStatus.CANCELED, report.status());
    }

    @Test
    void shouldReadNullInEveryPlace() throws IOException {
        String[] row = CHANGED.substring(9, CHANGED.length() - 2).split(",");
        for (int i = 0; i < row.length; i++) {
            String[] spoilt = row.clone();
            spoilt[i] = "null";
            ExecutionReport report = reader.report("[0,\"ou\",[" + String.join(",", spoilt) + "]]");

            assertEquals(i == 0 ? 0 : 16_763_246_021L, report.orderId());
            assertEquals(i == 2 ? 0 : 22_034_051_523L, report.clientOrderId());
            assertEquals(i == 6 ? Double.NaN : 1.995, report.remainingAmount());
            assertEquals(i == 7 ? Double.NaN : 2, report.originalAmount());
            assertEquals(Side.BUY, report.side());
            assertEquals(i == 16 ? Double.NaN : 6_516.1, report.price());
        }
    }

    @Test
    void shouldTakeSideFromRemainingAmountWhenOriginalIsMissing() throws IOException {
        assertEquals(Side.SELL, reader.report("[0,\"on\",[1,null,2,\"tX:Y\",3,4,-1,null]]").side());
        assertEquals(Side.SELL, reader.report("[0,\"on\",[1,null,2,\"tX:Y\",3,4,-1,0]]").side());
    }

    @Test
    void shouldReadIdsOf64BitsAndFractionsOfTime() throws IOException {
        ExecutionReport report =
                reader.report(
                        "[0,\"on\",[9223372036854775807,-9223372036854775808,9007199254740993,"
                                + "\"tBTCUSD\",1574697680828.2002,1.574697680829e12]]");

        assertEquals(Long.MAX_VALUE, report.orderId());
        assertEquals(Long.MIN_VALUE, report.groupId());
        assertEquals(9_007_199_254_740_993L, report.clientOrderId());
        assertEquals(1_574_697_680_828L, report.createTimeMs());
        assertEquals(1_574_697_680_829L, report.updateTimeMs());
    }

    @Test
    void shouldReadWhateverLiesInPlacesWithoutMeaning() throws IOException {
        ExecutionReport report =
                reader.report(
                        "[0,\"ou\",[1,null,2,\"tBTCUSD\",3,4,1,2,\"LIMIT\",[1],{\"a\":[]},true,"
                                + "\"64\",\"PARTIALLY FILLED\",[[]],{},5,6,\"x\",[],{\"m\":{}}],"
                                + "7]");

        assertEquals(5, report.price());
        assertEquals(6, report.averagePrice());
        assertEquals(7, reader.decoder.venueSequence());
    }

    @Test
    void shouldReportOrderWhoseInstrumentCannotBeNamed() throws IOException {
        ExecutionReport report = reader.report("[0,\"on\",[1,null,2,\"\",3,4,1,1]]");

        assertEquals(1, report.orderId());
        assertEquals(Instrument.NONE, reader.event.instrumentId());
    }

    @Test
    void shouldGiveOneNumberToOneSymbol() throws IOException {
        reader.report(Frames.ORDER_NEW);
        int first = reader.event.instrumentId();
        reader.report(OPEN);
        int other = reader.event.instrumentId();
        reader.report(CHANGED);

        assertEquals(first, reader.event.instrumentId());
        assertEquals(1, Math.abs(first - other));
    }
}
