package io.hayate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.LatencyStamps;
import io.hayate.metrics.TickToTrade;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyTableTest {
    private static final int COLUMNS = 80;

    private final TickToTrade times = new TickToTrade();

    /** The table; whatever ends a line here, one character does. */
    private String table() {
        return LatencyTable.text(times).replace(System.lineSeparator(), "\n");
    }

    @Test
    void shouldAlignTheStages() {
        times.onReceived(0, 30);
        times.onHandled(230, 1_630);
        times.onWritten(151_430, 151_530);
        times.onDone();
        times.onReceived(1_000_000, 1_000_000);
        times.onHandled(1_000_140, 26_000_000);
        times.onDone();

        assertEquals(
                """
                latency, us               p50      p90      p99    p99.9      max        count
                received to decoded      0.14        -        -        -     0.20            2
                decoded to handled       1.40        -        -        -    25002            2
                received to handled      1.60        -        -        -    25002            2
                handled to sending      149.9        -        -        -    149.9            1
                received to sending     151.4        -        -        -    151.4            1
                handled to written      150.0        -        -        -    150.0            1
                received to written     151.6        -        -        -    151.6            1
                last look to written    151.6        -        -        -    151.6            1
                """,
                table());
    }

    @Test
    void shouldLeaveOutStagesThatWereNotMeasured() {
        times.onReceived(0, 0);
        times.onHandled(10, 20);
        times.onDone();

        assertEquals(
                List.of(
                        "latency, us",
                        "received to decoded",
                        "decoded to handled",
                        "received to handled"),
                table().lines().map(line -> line.substring(0, 20).strip()).toList());
    }

    @ParameterizedTest
    @CsvSource({"9,-,-,-", "10,0.01,-,-", "99,0.01,-,-", "100,0.01,0.01,-", "1000,0.01,0.01,0.01"})
    void shouldTellAPercentileWhenTimesLieAboveIt(int count, String p90, String p99, String p999) {
        for (int i = 0; i < count; i++) {
            times.onReceived(0, 0);
            times.onHandled(10, 20);
            times.onDone();
        }

        String[] cells = table().lines().toList().get(1).split(" +");
        assertEquals(
                List.of("0.01", p90, p99, p999, "0.01", "" + count), List.of(cells).subList(3, 9));
    }

    @Test
    void shouldFitATerminalWhenTimesAndCountsAreLarge() {
        times.onReceived(0, 0);
        times.onHandled(TimeUnit.HOURS.toNanos(1), TimeUnit.HOURS.toNanos(2));
        for (int i = 0; i < 1_000_000; i++) {
            times.onWritten(TimeUnit.HOURS.toNanos(3), TimeUnit.HOURS.toNanos(3));
        }
        times.onDone();

        table().lines().forEach(line -> assertTrue(line.length() < COLUMNS, line));
        assertTrue(table().contains("     1000000\n"), table());
        assertTrue(table().contains(" 60028879"), table());
    }

    @Test
    void shouldShowTheStagesOfOrdersWhereNoOthersAreTimed() {
        assertEquals("", table());

        times.stamps(LatencyStamps.ORDERS);
        times.onReceived(0, 0);
        times.onWritten(1_000, 2_000);
        times.onDone();

        assertTrue(table().contains("\nreceived to written"), table());
        assertFalse(table().contains("received to handled"), table());
    }
}
