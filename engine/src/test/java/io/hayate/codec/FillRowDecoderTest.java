package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.model.OrderType;
import io.hayate.model.Side;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FillRowDecoderTest {
    private static final String EXECUTED =
            "[0,\"te\",[111144952,\"tBTCUSD\",1755757983694,111179140333,-0.00008865,113940,"
                    + "\"EXCHANGE LIMIT\",113940,-1,null,null,1755757983693]]";
    private static final String UPDATED =
            "[0,\"tu\",[111144952,\"tBTCUSD\",1755757983694,111179140333,-0.00008865,113940,"
                    + "\"EXCHANGE LIMIT\",113940,-1,-0.0060604686,\"USD\",1755757983693]]";

    private final WholeFrameReader reader = new WholeFrameReader();

    @Test
    void shouldReadFill() throws IOException {
        reader.report(UPDATED); // its fee must not shine through
        ExecutionReport report = reader.report(EXECUTED);

        assertEquals(ReportKind.FILL, report.kind());
        assertEquals(111_144_952, report.tradeId());
        assertEquals("tBTCUSD", reader.symbol());
        assertEquals(1_755_757_983_694L, report.createTimeMs());
        assertEquals(1_755_757_983_694L, report.updateTimeMs());
        assertEquals(111_179_140_333L, report.orderId());
        assertEquals(0.00008865, report.fillAmount());
        assertEquals(113_940, report.fillPrice());
        assertEquals(Side.SELL, report.side());
        assertEquals(OrderType.EXCHANGE_LIMIT, report.orderType());
        assertFalse(report.isMaker());
        assertTrue(Double.isNaN(report.fee()));
        assertEquals("", report.feeCurrency());
        assertEquals(1_755_757_983_693L, report.clientOrderId());
    }

    @Test
    void shouldReadFee() throws IOException {
        ExecutionReport report = reader.report(UPDATED);

        assertEquals(ReportKind.FILL_FEE, report.kind());
        assertEquals(111_144_952, report.tradeId());
        assertEquals(-0.0060604686, report.fee());
        assertEquals("USD", report.feeCurrency());
        assertEquals(1_755_757_983_693L, report.clientOrderId());
    }

    @Test
    void shouldLeaveBlankWhatFillDoesNotTell() throws IOException {
        ExecutionReport report = reader.report(UPDATED);

        assertEquals(0, report.groupId());
        assertTrue(Double.isNaN(report.remainingAmount()));
        assertTrue(Double.isNaN(report.originalAmount()));
        assertTrue(Double.isNaN(report.price()));
        assertEquals(0, report.averagePrice());
        assertNull(report.status());
        assertNull(report.request());
        assertEquals("", report.text());
    }

    @Test
    void shouldReadFillOfMakerWithoutClientOrderId() throws IOException {
        ExecutionReport report =
                reader.report(
                        "[0,\"te\",[293052194,\"tBTCUSD\",1536856940049,16763246021,0.005,6516.1,"
                                + "\"LIMIT\",6516.1,1,null,null,null]]");

        assertTrue(report.isMaker());
        assertEquals(Side.BUY, report.side());
        assertEquals(OrderType.LIMIT, report.orderType());
        assertEquals(0, report.clientOrderId());
    }

    @Test
    void shouldReadRowOfOldDays() throws IOException {
        ExecutionReport report =
                reader.report("[0,\"te\",[5,\"tBTCUSD\",6,7,1e-8,6516.1,null,null]]");

        assertEquals(1e-8, report.fillAmount());
        assertEquals(OrderType.OTHER, report.orderType());
        assertFalse(report.isMaker());
        assertTrue(Double.isNaN(report.fee()));
    }

    @Test
    void shouldReadMakerThatIsZeroOrNull() throws IOException {
        assertFalse(
                reader.report("[0,\"te\",[5,\"tETHUST\",6,7,1,2,\"MARKET\",0,0,null,null,0]]")
                        .isMaker());
        assertFalse(
                reader.report("[0,\"te\",[5,\"tETHUST\",6,7,1,2,\"MARKET\",0,null,null,null,0]]")
                        .isMaker());
    }

    /** Its number is kept with instrument and side in 64 bits: two fills must not look like one. */
    @Test
    void shouldRefuseANumberBeyondFiftyBits() throws IOException {
        long largest = (1L << 50) - 1;

        assertEquals(largest, reader.report(EXECUTED.replace("111144952", "" + largest)).tradeId());
        assertThrows(
                MalformedFrameException.class,
                () -> reader.report(EXECUTED.replace("111144952", "" + (largest + 1))));
    }

    @Test
    void shouldSkipWhatVenueAppends() throws IOException {
        ExecutionReport report =
                reader.report(UPDATED.replace("1755757983693]]", "1755757983693,[1],{}],8,9]"));

        assertEquals(1_755_757_983_693L, report.clientOrderId());
        assertEquals(8, reader.decoder.venueSequence());
    }
}
