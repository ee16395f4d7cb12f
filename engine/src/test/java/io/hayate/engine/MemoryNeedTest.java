package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.transport.websocket.FrameBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryNeedTest {
    private static final long SHIPPED_BYTES = 256L << 20; // config/jvm.options

    private static final Collector<CharSequence, ?, String> LIST = Collectors.joining(", ");

    @TempDir private Path home;

    private MemoryNeed need(String text) throws IOException {
        Path file = Files.writeString(home.resolve("a.conf"), text);
        return new MemoryNeed(
                new ConfigLoader(Map.of(), home, home).load(file, new Overrides()).engine());
    }

    private String complaint(String text, long bytes) throws IOException {
        MemoryNeed need = need(text);
        return assertThrows(ConfigException.class, () -> need.check(bytes, bytes)).getMessage();
    }

    /** Each key at its greatest, where the shipped flags are enough. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace = false",
                "transport.frame-bytes-max = 67108864",
                "transport.outbound-bytes-max = 67108864",
                "session.market-connections-max = 200",
                "session.market-connections-max = 200, transport.frame-bytes-max = 67108864",
                "session.subscriptions-max = 1000",
                "session.market-connections-max = 60, transport.frame-bytes-max = 4194304",
                "loop.loops = 8, loop.topology = split",
                "loop.ring-size = 262144",
                "market.candles-kept = 100000, subscriptions.candles = [1m BTCUSD]",
                "market.trades-kept = 100000, subscriptions.trades = [BTCUSD]",
                "console.buy-amount = 1"
            })
    void shouldTakeWhatTheShippedMemoryHolds(String text) throws IOException {
        need(text).check(SHIPPED_BYTES, SHIPPED_BYTES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loop.ring-size = 1048576 | loop.ring-size",
                "market.candles-kept = 100000, subscriptions.candles = [@] | market.candles-kept",
                "market.trades-kept = 100000, subscriptions.trades = [#] | market.trades-kept"
            })
    void shouldRefuseWhatItDoesNotHold(String text, String keys) throws IOException {
        String candles = IntStream.range(0, 60).mapToObj(i -> "1m " + symbol(i)).collect(LIST);
        String symbols = IntStream.range(0, 60).mapToObj(MemoryNeedTest::symbol).collect(LIST);
        String complaint =
                complaint(text.replace("@", candles).replace("#", symbols), SHIPPED_BYTES);

        assertTrue(complaint.startsWith(keys + " must leave room in the JVM's "), complaint);
        assertEquals(1, complaint.lines().count());
    }

    private static String symbol(int i) {
        return "A" + (char) ('A' + i / 26) + (char) ('A' + i % 26) + "USD";
    }

    @Test
    void shouldCountTheBufferOfARecording() {
        MemoryNeed need =
                new MemoryNeed(
                        new ConfigLoader(Map.of(), home, home).load(null, new Overrides()).engine(),
                        1 << 28);

        String complaint =
                assertThrows(ConfigException.class, () -> need.check(SHIPPED_BYTES, SHIPPED_BYTES))
                        .getMessage();

        assertTrue(complaint.startsWith("record.buffer-size must leave room"), complaint);
    }

    @Test
    void shouldSayWhatIsNeededAndHow() throws IOException {
        assertEquals(
                "loop.ring-size must leave room in the JVM's direct memory of 256 MiB"
                        + " (HAYATE_JVM_OPTS=-XX:MaxDirectMemorySize=741m is enough): was 556 MiB",
                complaint(
                        "loop.ring-size = 1048576, session.market-connections-max = 40",
                        SHIPPED_BYTES));
        assertEquals(
                "transport.frame-bytes-max (with session.market-connections-max) must leave room in"
                        + " the JVM's heap of 64 MiB (HAYATE_JVM_OPTS=-Xmx157m is enough): was 118 MiB",
                complaint("transport.frame-bytes-max = 67108864", 64 << 20));
    }

    @Test
    void shouldTakeWhatItSaysIsEnough() throws IOException {
        need("loop.ring-size = 1048576").check(SHIPPED_BYTES, 732L << 20);
        need("transport.frame-bytes-max = 67108864").check(146 << 20, 256 << 20);
    }

    @Test
    void shouldLeaveAQuarterToLargeMessages() throws IOException {
        FrameBudget budget = need("trace = false").frameBudget(SHIPPED_BYTES, SHIPPED_BYTES);
        assertEquals("64 MiB, more by -Xmx512m", budget.toString());

        FrameBudget direct = need("trace = false").frameBudget(SHIPPED_BYTES, 64 << 20);
        String flag = "-XX:MaxDirectMemorySize=128m";
        assertEquals("12 MiB, more by " + flag, direct.toString().replaceAll("^1[0-6]", "12"));
    }

    @Test
    void shouldBoundWhatChannelsTakeThatAreAskedForLater() throws IOException {
        long atStart = 100_000L * 48;
        String candles = "market.candles-kept = 100000, subscriptions.candles = [1m BTCUSD]";
        long most = need(candles).storeBytes(SHIPPED_BYTES);

        assertTrue(most > 10 * atStart && most < SHIPPED_BYTES / 4 * 3, "" + most);
        assertEquals(atStart, need(candles).storeBytes(48 << 20));
    }

    @Test
    void shouldLeaveRoomForOneMessageOfTheBoundAtLeast() throws IOException {
        FrameBudget budget =
                need("transport.frame-bytes-max = 67108864").frameBudget(146 << 20, 256 << 20);

        assertTrue(budget.toString().startsWith("63 MiB"), budget.toString());
    }
}
