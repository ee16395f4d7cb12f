package io.hayate.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentsTest {
    private final Instruments instruments = Instruments.of(List.of("tBTCUSD", "tETHUSD", "fUSD"));

    @Test
    void shouldNumberSymbolsInOrder() {
        assertEquals(3, instruments.count());
        assertEquals("tBTCUSD", instruments.get(0).symbol());
        assertEquals("fUSD", instruments.get(2).symbol());
        assertEquals(2, instruments.get(2).id());
        assertEquals(1, instruments.find("tETHUSD"));
    }

    @Test
    void shouldGiveSameNumberWhenSymbolIsRegisteredAgain() {
        char[] frame = "[\"tETHUSD\"]".toCharArray();

        assertEquals(1, instruments.register(frame, 2, 7));
        assertEquals(1, instruments.register("tETHUSD"));
        assertEquals(3, instruments.count());
        assertSame(instruments.get(1), instruments.get(instruments.find("tETHUSD")));
    }

    @Test
    void shouldGiveNextNumberToNewSymbol() {
        assertEquals(3, instruments.register("tLTCUSD"));
        assertEquals("tLTCUSD", instruments.get(3).symbol());
    }

    @Test
    void shouldKnowNothingOfSymbolsAndNumbersNotGivenOut() {
        assertEquals(Instrument.NONE, instruments.find("tLTCUSD"));
        assertEquals(Instrument.NONE, instruments.find(""));
        assertNull(instruments.get(3));
        assertNull(instruments.get(Instrument.NONE));
        assertNull(instruments.get(Instruments.COUNT_MAX));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t",
                "f",
                "BTCUSD",
                "tBTC USD",
                "tBTC\u001b[2JUSD",
                "tBTC\nUSD",
                "tBTC\"USD",
                "tBTC\u00e9USD",
                "tABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLM"
            })
    void shouldRefuseTextThatCannotBeSymbol(String text) {
        assertEquals(Instrument.NONE, instruments.register(text));
        assertEquals(3, instruments.count());
    }

    @Test
    void shouldKeepApartSymbolsOfSameHash() {
        int first = instruments.register("tAaAaAa"); // Aa and BB have one hash
        int second = instruments.register("tBBBBBB");
        int third = instruments.register("tAaBBAa");

        assertEquals(List.of(3, 4, 5), List.of(first, second, third));
        assertEquals(second, instruments.register("tBBBBBB"));
        assertEquals(third, instruments.register("tAaBBAa"));
    }

    @Test
    void shouldRefuseNewSymbolsWhenFullAndFindOldOnes() {
        for (int id = instruments.count(); id < Instruments.COUNT_MAX; id++) {
            assertEquals(id, instruments.register("tX" + id + ":USD"));
        }

        assertEquals(Instrument.NONE, instruments.register("tONE:MORE"));
        assertEquals(Instruments.COUNT_MAX, instruments.count());
        assertEquals(2_000, instruments.register("tX2000:USD"));
        assertEquals(0, instruments.register("tBTCUSD"));
    }

    @Test
    void shouldGiveOneNumberToASymbolThatSeveralThreadsRegister() throws Exception {
        int symbols = 2_000;
        int[][] numbers = new int[4][symbols];
        List<Thread> threads = new ArrayList<>();
        for (int[] own : numbers) {
            threads.add(new Thread(() -> register(own)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertEquals(3 + symbols, instruments.count());
        for (int i = 0; i < symbols; i++) {
            assertEquals("tY" + i + ":USD", instruments.get(numbers[0][i]).symbol());
        }
        for (int[] own : numbers) {
            assertArrayEquals(numbers[0], own);
        }
    }

    private void register(int[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = instruments.register("tY" + i + ":USD");
        }
    }
}
