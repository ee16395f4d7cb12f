package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.EventType;
import io.hayate.event.HoldingUpdate;
import java.io.IOException;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class HoldingRowDecoderTest {
    private static final String POSITION =
            "[0,\"pu\",[\"tETHUST\",\"ACTIVE\",0.2,153.71,0.5,0,-0.07944800000000068,"
                    + "-0.05855181835925015,67.52755254906451,1.409288545397275,null,142420429,null,"
                    + "null,null,0,null,3,2,{\"reason\":\"TRADE\"}]]";
    private static final String OFFER =
            "[0,\"fon\",[41238747,\"fUST\",1575026670000,1575026670000,-400,-5000,\"LIMIT\",null,"
                    + "null,0,\"ACTIVE\",null,null,null,0.006000000000000001,30,0,0,null,0,0.007]]";

    private final WholeFrameReader reader = new WholeFrameReader();
    private final HoldingUpdate told = new HoldingUpdate();

    private EventType row(String frame) throws IOException {
        reader.begin(frame);
        EventType type = reader.decoder.decodeRow(reader.event);
        reader.decoder.end();
        told.wrap(reader.event);
        return type;
    }

    private String symbol() {
        UnsafeBuffer text = new UnsafeBuffer(new byte[128]);
        return text.getStringWithoutLengthAscii(0, told.copySymbol(text, 0));
    }

    private String word() {
        UnsafeBuffer text = new UnsafeBuffer(new byte[128]);
        return text.getStringWithoutLengthAscii(0, told.copyWord(text, 0));
    }

    @Test
    void shouldReadAPosition() throws IOException {
        assertEquals(EventType.HOLDING_UPDATE, row(POSITION));
        assertEquals(HoldingUpdate.Kind.POSITION, told.kind());
        assertEquals("tETHUST", symbol());
        assertEquals(142_420_429, told.id());
        double[] values = {
            0.2,
            153.71,
            0.5,
            -0.07944800000000068,
            -0.05855181835925015,
            67.52755254906451,
            1.409288545397275,
            3,
            2
        };
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], told.value(i), "value " + i);
        }
        assertFalse(told.isGone());
        assertFalse(told.isSnapshot());
    }

    @Test
    void shouldReadAPositionOfTenElementsAndNulls() throws IOException {
        row(POSITION); // its values must not shine through
        row("[0,\"pn\",[\"tBTCUSD\",\"ACTIVE\",-1,9000,0,0,null,null,null,null]]");

        assertEquals("tBTCUSD", symbol());
        assertEquals(-1, told.value(HoldingUpdate.AMOUNT));
        assertEquals(0, told.id());
        assertTrue(Double.isNaN(told.value(HoldingUpdate.PROFIT)));
        assertTrue(Double.isNaN(told.value(HoldingUpdate.COLLATERAL_MIN)));
    }

    @Test
    void shouldReadThatAPositionIsGone() throws IOException {
        row("[0,\"pc\",[\"tBTCUSD\",\"ACTIVE\",1]]");
        assertTrue(told.isGone());
        row("[0,\"pu\",[\"tBTCUSD\",\"CLOSED\",0]]");
        assertTrue(told.isGone());
    }

    @Test
    void shouldReadAnOffer() throws IOException {
        assertEquals(EventType.HOLDING_UPDATE, row(OFFER));
        assertEquals(HoldingUpdate.Kind.OFFER, told.kind());
        assertEquals("fUST", symbol());
        assertEquals("LIMIT", word());
        assertEquals(41_238_747, told.id());
        assertEquals(-400, told.value(HoldingUpdate.AMOUNT));
        assertEquals(-5_000, told.value(HoldingUpdate.ORIGINAL_AMOUNT));
        assertEquals(0.006000000000000001, told.value(HoldingUpdate.RATE));
        assertEquals(30, told.value(HoldingUpdate.PERIOD));
        assertEquals(0.007, told.value(HoldingUpdate.REAL_RATE));
    }

    @Test
    void shouldReadListsRowByRow() throws IOException {
        reader.begin("[0,\"fos\",[[1,\"fUSD\",1,1,5,5,\"LIMIT\"],[2,\"fBTC\"]],7,3]");
        assertEquals(2, reader.decoder.rows());
        assertTrue(reader.decoder.accountType().isList());
        reader.decoder.decodeRow(reader.event);
        told.wrap(reader.event);
        assertEquals("fUSD", symbol());
        assertTrue(told.isSnapshot());
        reader.decoder.decodeRow(reader.event);
        assertEquals("fBTC", symbol());
        assertTrue(Double.isNaN(told.value(HoldingUpdate.RATE)));
        reader.decoder.end();
        assertEquals(7, reader.decoder.venueSequence());
        assertEquals(3, reader.decoder.accountSequence());
    }

    @Test
    void shouldTakeNothingWhereNoRowIsTold() throws IOException {
        for (String body : new String[] {"null", "{\"id\":1}", "5"}) {
            reader.begin("[0,\"fon\"," + body + "]");
            assertEquals(AccountType.UNUSED, reader.decoder.accountType());
            assertEquals(0, reader.decoder.rows());
            reader.decoder.end();
        }
    }

    @Test
    void shouldNameNothingWhereTheSymbolIsMissing() throws IOException {
        row("[0,\"pu\",[null,\"ACTIVE\",1]]");
        assertTrue(told.isNone());
        row("[0,\"fou\",[5]]");
        assertTrue(told.isNone());
    }
}
