package io.hayate.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.machine.ServiceManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ServiceReportsTest {
    private static final long WATCHDOG_NS = TimeUnit.SECONDS.toNanos(20);
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final ServiceManager WATCHED = new ServiceManager("/run/notify", WATCHDOG_NS);

    private final List<String> sent = new ArrayList<>();
    private long nowNs;
    private boolean haveTurned = true;
    private String status = "session LIVE";

    private ServiceReports of(ServiceManager manager) {
        return new ServiceReports(manager, () -> nowNs, sent::add);
    }

    private ServiceReports started(ServiceManager manager) {
        ServiceReports reports = of(manager);
        reports.onStarted(() -> haveTurned, () -> status);
        return reports;
    }

    private void look(ServiceReports reports, int seconds) {
        long endNs = nowNs + TimeUnit.SECONDS.toNanos(seconds);
        while (nowNs - endNs < 0) {
            nowNs += LOOK_NS;
            reports.look();
        }
    }

    private long beats() {
        return sent.stream().filter("WATCHDOG=1"::equals).count();
    }

    @Test
    void shouldTellThatItHasStartedAndWhatItsSessionIs() {
        started(WATCHED);

        assertEquals(List.of("READY=1", "STATUS=session LIVE"), sent);
    }

    @Test
    void shouldGiveFourSignsOfLifeInTheManagersPatience() {
        ServiceReports reports = started(WATCHED);

        look(reports, 20);

        assertEquals(4, beats());
    }

    @Test
    void shouldGiveNoSignOfLifeWhileAThreadDoesNotTurn() {
        ServiceReports reports = started(WATCHED);
        look(reports, 10);

        haveTurned = false;
        look(reports, 60);
        assertEquals(2, beats());

        haveTurned = true;
        look(reports, 1);
        assertEquals(3, beats());
    }

    @Test
    void shouldGiveNoSignOfLifeThatNobodyWaitsFor() {
        ServiceReports reports = started(new ServiceManager("/run/notify", 0));

        look(reports, 60);

        assertEquals(0, beats());
    }

    @Test
    void shouldTellAStatusOnceASecondAtMostAndOnlyWhatIsNew() {
        ServiceReports reports = started(new ServiceManager("/run/notify", 0));
        sent.clear();

        look(reports, 5);
        assertEquals(List.of(), sent);
        status = "session DISCONNECTED";
        look(reports, 5);
        reports.onStopping();

        assertEquals(List.of("STATUS=session DISCONNECTED", "STOPPING=1"), sent);
    }

    @Test
    void shouldTellNobodyWhereNoManagerListens() {
        ServiceReports reports = started(ServiceManager.NONE);

        look(reports, 60);
        reports.onStopping();

        assertEquals(List.of(), sent);
    }
}
