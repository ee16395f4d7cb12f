package io.hayate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTextsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ticker btcusd | ticker tBTCUSD",
                "trades fUSD | trades fUSD",
                "book BTCUSD | book tBTCUSD P0 F0 25",
                "book BTCUSD P2 | book tBTCUSD P2 F0 25",
                "book BTCUSD r0 250 | book tBTCUSD R0 F0 250",
                "book DOGE:USD P0 F1 100 | book tDOGE:USD P0 F1 100",
                "candles 1m BTCUSD | candles trade:1m:tBTCUSD",
                "candles 1h fUSD:p30 | candles trade:1h:fUSD:p30",
                "candles 1D fUSD:a30:p2:p30 | candles trade:1D:fUSD:a30:p2:p30",
                "status BTCF0:USTF0 | status deriv:tBTCF0:USTF0",
                "status liquidations | status liq:global"
            })
    void shouldReadWhatAPersonWrites(String text, String spec) {
        assertEquals(spec, ChannelTexts.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ticker",
                "ticker BTC",
                "account BTCUSD",
                "quotes BTCUSD",
                "book BTCUSD P5",
                "book BTCUSD 26",
                "book BTCUSD F2",
                "candles BTCUSD",
                "candles 2m BTCUSD",
                "candles 1m fUSD",
                "candles 1m fUSD:30",
                "candles 1m BTCUSD 5",
                "status fUSD"
            })
    void shouldBeNullForWhatIsNoChannel(String text) {
        assertNull(ChannelTexts.parse(text));
    }

    @Test
    void shouldFindTheInstrumentOfEach() {
        assertEquals("tBTCUSD", ChannelTexts.parse("candles 1m BTCUSD").symbol());
        assertEquals("fUSD", ChannelTexts.parse("candles 1m fUSD:p30").symbol());
        assertEquals("tBTCF0:USTF0", ChannelTexts.parse("status BTCF0:USTF0").symbol());
    }
}
