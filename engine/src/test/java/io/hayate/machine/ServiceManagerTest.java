package io.hayate.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceManagerTest {
    private static final long PROCESS = 4711;

    private static ServiceManager of(String... pairs) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            environment.put(pairs[i], pairs[i + 1]);
        }
        return ServiceManager.of(environment, PROCESS);
    }

    @Test
    void shouldBeNoneWhereNothingIsSet() {
        assertEquals(ServiceManager.NONE, of());
        assertFalse(ServiceManager.NONE.listens());
    }

    @Test
    void shouldListenWithoutAWatchdog() {
        ServiceManager manager = of("NOTIFY_SOCKET", "/run/systemd/notify");

        assertTrue(manager.listens());
        assertEquals(new ServiceManager("/run/systemd/notify", 0), manager);
    }

    @Test
    void shouldWaitForASignOfLifeOfThisProcess() {
        ServiceManager manager =
                of("NOTIFY_SOCKET", "@run", "WATCHDOG_USEC", "30000000", "WATCHDOG_PID", "4711");

        assertEquals(new ServiceManager("@run", 30_000_000_000L), manager);
    }

    @Test
    void shouldNotWaitForASignOfLifeOfAnotherProcess() {
        ServiceManager manager =
                of("NOTIFY_SOCKET", "@run", "WATCHDOG_USEC", "30000000", "WATCHDOG_PID", "4712");

        assertEquals(new ServiceManager("@run", 0), manager);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "run/notify", "vsock:2:1234"})
    void shouldKnowNoOtherKindOfAddress(String address) {
        assertEquals(ServiceManager.NONE, of("NOTIFY_SOCKET", address, "WATCHDOG_USEC", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "99999999999999"})
    void shouldTakeNoTimeThatIsNone(String time) {
        assertEquals(0, of("NOTIFY_SOCKET", "/run/n", "WATCHDOG_USEC", time).watchdogNs());
    }
}
