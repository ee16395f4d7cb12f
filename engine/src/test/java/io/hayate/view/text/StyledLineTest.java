package io.hayate.view.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyledLineTest {
    @ParameterizedTest
    @CsvSource({
        "30, BTCUSD Bid: 97000.5 USD",
        "23, BTCUSD Bid: 97000.5 USD",
        "22, BTCUSD Bid: 97000.5 ..",
        "21, BTCUSD Bid: ..",
        "20, BTCUSD Bid: ..",
        "15, BTCUSD Bid: ..",
        "13, BTCUSD Bid:..",
        "5, BTC..",
        "2, BT",
        "0, ''"
    })
    void shouldCutBeforeANumberAndNotInIt(int width, String shown) {
        String line = "BTCUSD Bid: 97000.5 USD";

        assertEquals(shown, StyledLine.cut(StyledLine.of(line), width).toString().strip());
    }
}
