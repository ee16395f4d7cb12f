package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.model.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryNeedTest {
    private static final long SHIPPED_BYTES = 256L << 20; // config/jvm.options

    @TempDir private Path home;

    private MemoryNeed need(String text) throws IOException {
        Path file = Files.writeString(home.resolve("a.conf"), text);
        return new MemoryNeed(new ConfigLoader(Map.of(), home, home).load(file, new Overrides()));
    }

    private String complaint(String text, long bytes) throws IOException {
        MemoryNeed need = need(text);
        return assertThrows(ConfigException.class, () -> need.check(bytes, bytes)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace = false",
                "loop.ring-size = 65536",
                "transport.frame-bytes-max = 65536, loop.ring-size = 262144"
            })
    void shouldTakeWhatTheShippedHeapHolds(String text) throws IOException {
        need(text).check(SHIPPED_BYTES, SHIPPED_BYTES);
    }

    @Test
    void shouldNameTheKeysThatTakeMoreThanThereIs() throws IOException {
        assertEquals(
                "loop.ring-size must leave room in the JVM's direct memory of 256 MiB"
                        + " (HAYATE_JVM_OPTS=-XX:MaxDirectMemorySize=533m): was 533 MiB",
                complaint("loop.ring-size = 1048576", SHIPPED_BYTES));
        assertEquals(
                "transport.frame-bytes-max must leave room in the JVM's heap of 256 MiB"
                        + " (HAYATE_JVM_OPTS=-Xmx339m): was 339 MiB",
                complaint(
                        "transport.frame-bytes-max = 67108864, session.subscriptions-max = 1,"
                                + " subscriptions.tickers = [BTCUSD, ETHUSD, LTCUSD]",
                        SHIPPED_BYTES));
    }
}
