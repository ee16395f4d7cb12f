package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Ticker;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TickerDecoderTest {
    private final WholeFrameReader reader = new WholeFrameReader();

    @Test
    void shouldReadRowOfPair() throws IOException {
        Ticker ticker = reader.ticker(Frames.TICKER);

        assertEquals(118_940, ticker.bidPrice());
        assertEquals(43.23174788, ticker.bidAmount());
        assertEquals(118_950, ticker.askPrice());
        assertEquals(44.36048532, ticker.askAmount());
        assertEquals(-3_710, ticker.dailyChange());
        assertEquals(-0.03025608, ticker.dailyChangeRelative());
        assertEquals(118_910, ticker.lastPrice());
        assertEquals(372.10417038, ticker.volume());
        assertEquals(122_620, ticker.high());
        assertEquals(117_190, ticker.low());
        assertEquals(Double.NaN, ticker.flashReturnRate());
        assertEquals(Double.NaN, ticker.flashReturnAmount());
        assertEquals(Double.NaN, ticker.bidPeriod());
        assertEquals(Double.NaN, ticker.askPeriod());
    }

    @Test
    void shouldReadRowOfFundingCurrency() throws IOException {
        Ticker ticker = reader.fundingTicker(Frames.FUNDING_TICKER);

        assertEquals(0.00028313972602739723, ticker.flashReturnRate());
        assertEquals(0.00030136986301369865, ticker.bidPrice());
        assertEquals(120, ticker.bidPeriod());
        assertEquals(20_745_655.56191528, ticker.bidAmount());
        assertEquals(0.000189, ticker.askPrice());
        assertEquals(2, ticker.askPeriod());
        assertEquals(31_161.03854597, ticker.askAmount());
        assertEquals(0.00003248, ticker.dailyChange());
        assertEquals(0.1794, ticker.dailyChangeRelative());
        assertEquals(0.00021356, ticker.lastPrice());
        assertEquals(44_274_941.22836571, ticker.volume());
        assertEquals(0.000233, ticker.high());
        assertEquals(7.1e-7, ticker.low());
        assertEquals(21_978_170.88340614, ticker.flashReturnAmount());
    }

    @Test
    void shouldReadRowWithEleventhElement() throws IOException {
        Ticker ticker =
                reader.ticker(
                        "[761045,[86697,14.34954787,86723,14.75896594,1060,0.01237494,86717,"
                                + "544.3267938,86898,85156,null]]");

        assertEquals(List.of(86_697.0, 86_723.0), List.of(ticker.bidPrice(), ticker.askPrice()));
        assertEquals(85_156, ticker.low());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1,[1,2,3,4,5,6,7,8,9,10,[1,[2]],{\"a\":[3,{}]},\"x\",true,11],118]",
                "[1, [1.0, 2, 3e0,\t4, 5, 6, 7, 8, 9, 10\n], 118 , 5]"
            })
    void shouldSkipWhatVenueAppends(String frame) throws IOException {
        Ticker ticker = reader.ticker(frame);

        assertEquals(1, ticker.bidPrice());
        assertEquals(10, ticker.low());
        assertEquals(118, reader.decoder.venueSequence());
    }

    @Test
    void shouldReadWhateverLiesInPlacesWithoutMeaning() throws IOException {
        Ticker ticker =
                reader.fundingTicker("[1,[1,2,3,4,5,6,7,8,9,10,11,12,13,[1,[]],{\"a\":1},16]]");

        assertEquals(13, ticker.low());
        assertEquals(16, ticker.flashReturnAmount());
    }

    @Test
    void shouldReadShortRowAsOneWithNullsAtItsEnd() throws IOException {
        reader.ticker(Frames.TICKER); // its values must not shine through
        Ticker ticker = reader.ticker("[1,[7616.5,31.8,7617.5],9]");

        assertEquals(7_617.5, ticker.askPrice());
        assertTrue(Double.isNaN(ticker.askAmount()));
        assertTrue(Double.isNaN(ticker.lastPrice()));
        assertTrue(Double.isNaN(ticker.low()));
        assertEquals(9, reader.decoder.venueSequence());
    }

    @Test
    void shouldReadRowOfOneNull() throws IOException {
        assertTrue(Double.isNaN(reader.ticker("[1,[null]]").bidPrice()));
        assertTrue(Double.isNaN(reader.fundingTicker("[1,[null]]").flashReturnAmount()));
    }

    @Test
    void shouldReadNullInEveryPlace() throws IOException {
        String[] values = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
        for (int i = 0; i < values.length; i++) {
            String[] row = values.clone();
            row[i] = "null";
            Ticker ticker = reader.ticker("[1,[" + String.join(",", row) + "]]");

            List<Double> read = fields(ticker);
            for (int field = 0; field < values.length; field++) {
                assertEquals(field == i ? Double.NaN : field + 1, read.get(field));
            }
        }
    }

    private static List<Double> fields(Ticker ticker) {
        return List.of(
                ticker.bidPrice(),
                ticker.bidAmount(),
                ticker.askPrice(),
                ticker.askAmount(),
                ticker.dailyChange(),
                ticker.dailyChangeRelative(),
                ticker.lastPrice(),
                ticker.volume(),
                ticker.high(),
                ticker.low());
    }
}
