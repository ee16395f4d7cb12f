package io.hayate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentTest {
    @ParameterizedTest
    @CsvSource({
        "tBTCUSD, BTCUSD, BTC, USD",
        "tDOGE:USD, DOGE:USD, DOGE, USD",
        "tDUSK:BTC, DUSK:BTC, DUSK, BTC",
        "tBTCF0:USTF0, BTCF0:USTF0, BTCF0, USTF0",
        "tTESTBTC:TESTUSD, TESTBTC:TESTUSD, TESTBTC, TESTUSD"
    })
    void shouldSplitSymbolOfPair(String symbol, String name, String base, String quote) {
        Instrument instrument = new Instrument(3, symbol);

        assertFalse(instrument.isFunding());
        assertEquals(name, instrument.displayName());
        assertEquals(base, instrument.base());
        assertEquals(quote, instrument.quote());
    }

    /** Strategies ask for them on a trading thread. */
    @Test
    void shouldMakeItsTextsOnce() {
        Instrument pair = new Instrument(1, "tBTCUSD");

        assertSame(pair.base(), pair.base());
        assertSame(pair.quote(), pair.quote());
        assertSame(pair.displayName(), pair.displayName());
    }

    @Test
    void shouldTellFundingCurrency() {
        Instrument instrument = new Instrument(3, "fUST");

        assertTrue(instrument.isFunding());
        assertEquals("fUST", instrument.displayName());
        assertEquals("UST", instrument.base());
        assertEquals("", instrument.quote());
    }

    @ParameterizedTest
    @CsvSource({"t, '', ''", "tAB, AB, ''", "tABC, ABC, ''", "tABCD, ABC, D", "t:, '', ''"})
    void shouldSplitSymbolThatIsNoneWithoutFailing(String symbol, String base, String quote) {
        Instrument instrument = new Instrument(3, symbol);

        assertEquals(base, instrument.base());
        assertEquals(quote, instrument.quote());
    }

    @ParameterizedTest
    @CsvSource({
        "btcusd, tBTCUSD",
        "BTCUSD, tBTCUSD",
        "BtcUsd, tBTCUSD",
        "tBTCUSD, tBTCUSD",
        "trxusd, tTRXUSD",
        "TRXUSD, tTRXUSD",
        "filusd, tFILUSD",
        "doge:usd, tDOGE:USD",
        "tDOGE:USD, tDOGE:USD",
        "btcf0:ustf0, tBTCF0:USTF0",
        "fUSD, fUSD",
        "fUST, fUST"
    })
    void shouldFindSymbolOfWhatPersonTyped(String typed, String symbol) {
        assertEquals(symbol, Instrument.symbolOf(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t",
                "f",
                "fX",
                "btc",
                "btcusdt",
                "btc usd",
                "btc/usd",
                ":",
                "btc:",
                ":usd",
                "tBTC",
                "a:b:c",
                "bt\u00e7usd",
                "t\u001b[2J",
                "tabcdef:ghijklmnopqrstuvw"
            })
    void shouldFindNoSymbolInOtherText(String typed) {
        assertNull(Instrument.symbolOf(typed));
    }
}
