package io.hayate.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exchange's time in a text, where there is one. */
class VenueTimesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[7,[1,2,3],55,1700000000000] | 1700000000000",
                "[7,[1,2,3],1700000000000] | 1700000000000",
                "[7,\"hb\",5,1700000000001] | 1700000000001",
                "[9,\"te\",[13,1700000000002,-0.5,4.5]] | 1700000000002",
                "[9,\"te\",[13,1700000000002,-0.5,4.5],77] | 1700000000002",
                "[9,\"tu\",[13,1700000000002,-0.5,4.5]] | -1",
                "[7,[1,2,3]] | -1",
                "[7,[1,2,3],12345678901234567] | -1",
                "{\"event\":\"info\",\"x\":1700000000000} | -1",
                "[ | -1",
                "[9,\"te\",[13,170000000 | -1",
                "[9,\"te\" | -1"
            })
    void shouldFindTheTime(String text, long timeMs) {
        byte[] bytes = ("  " + text).getBytes(UTF_8);

        assertEquals(timeMs, VenueTimes.of(new UnsafeBuffer(bytes), 2, bytes.length - 2));
    }
}
