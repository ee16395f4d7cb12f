package io.hayate.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.codec.Allocations;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TickToTradeTest {
    private static final long RECEIVED_NS = 5_000_000_000L;

    private final TickToTrade times = new TickToTrade();

    /** A ticker read at 0, decoded at 200 ns and given to the strategy at 700 ns. */
    private void handle(long lookedNs) {
        times.onReceived(RECEIVED_NS + lookedNs, RECEIVED_NS);
        times.onHandled(RECEIVED_NS + 200, RECEIVED_NS + 700);
    }

    private void assertTimes(String expected) {
        StringBuilder told = new StringBuilder();
        for (Stage stage : Stage.values()) {
            LatencyHistogram histogram = times.of(stage);
            told.append(stage.title()).append(' ').append(histogram.count());
            told.append(" x ").append(histogram.percentileNs(50)).append('\n');
        }
        assertEquals(expected, told.toString());
    }

    @Test
    void shouldTellTheStagesOfATickerThatLedToNoOrder() {
        handle(-50);
        times.onDone();

        assertTimes(
                """
                received to decoded 1 x 200
                decoded to handled 1 x 500
                received to handled 1 x 700
                handled to sending 0 x 0
                received to sending 0 x 0
                handled to written 0 x 0
                received to written 0 x 0
                last look to written 0 x 0
                """);
    }

    @Test
    void shouldTellTheStagesOfATickerThatLedToAnOrder() {
        handle(-50);
        times.onWritten(RECEIVED_NS + 1_600 - 100, RECEIVED_NS + 1_600);
        times.onDone();

        assertTimes(
                """
                received to decoded 1 x 200
                decoded to handled 1 x 500
                received to handled 1 x 700
                handled to sending 1 x 800
                received to sending 1 x 1500
                handled to written 1 x 900
                received to written 1 x 1600
                last look to written 1 x 1650
                """);
    }

    @Test
    void shouldCountEachOrderOfATicker() {
        handle(0);
        times.onWritten(RECEIVED_NS + 1_000 - 100, RECEIVED_NS + 1_000);
        times.onWritten(RECEIVED_NS + 2_000 - 100, RECEIVED_NS + 2_000);
        times.onDone();

        assertEquals(2, times.of(Stage.RECEIVED_TO_WRITTEN).count());
        assertEquals(2_000, times.of(Stage.RECEIVED_TO_WRITTEN).percentileNs(100));
        assertEquals(1, times.of(Stage.RECEIVED_TO_HANDLED).count());
    }

    @Test
    void shouldCountNoOrderThatNoTickerLedTo() {
        times.onWritten(RECEIVED_NS, RECEIVED_NS);
        handle(0);
        times.onDone();
        times.onWritten(RECEIVED_NS + 5_000 - 100, RECEIVED_NS + 5_000);

        assertEquals(0, times.of(Stage.RECEIVED_TO_WRITTEN).count());
        assertEquals(0, times.of(Stage.HANDLED_TO_WRITTEN).count());
        assertEquals(0, times.of(Stage.LOOKED_TO_WRITTEN).count());
    }

    @Test
    void shouldAddTheTimeInWhichNobodyLookedAtTheSocket() {
        handle(-3_000_000); // a callback of three milliseconds on the loop, say
        times.onWritten(RECEIVED_NS + 1_000 - 100, RECEIVED_NS + 1_000);
        times.onDone();

        assertEquals(1_000, times.of(Stage.RECEIVED_TO_WRITTEN).percentileNs(100));
        assertEquals(
                3_001_000.0, (double) times.of(Stage.LOOKED_TO_WRITTEN).percentileNs(100), 3_000);
    }

    @Test
    void shouldAddNothingWhenTheSocketWasLookedAtAfterTheRead() {
        handle(9_000); // a frame that was kept back until there was room
        times.onWritten(RECEIVED_NS + 1_000 - 100, RECEIVED_NS + 1_000);
        times.onDone();

        assertEquals(1_000, times.of(Stage.LOOKED_TO_WRITTEN).percentileNs(100));
    }

    @Test
    void shouldAllocateNothing() throws IOException {
        long bytes =
                Allocations.of(
                        i -> {
                            handle(-i);
                            times.onWritten(RECEIVED_NS + i, RECEIVED_NS + i);
                            times.onDone();
                        });

        assertEquals(0, bytes);
    }

    @Test
    void shouldTellOfOrdersAloneFromTheirReceiptOnWhereThatIsAsked() {
        times.stamps(LatencyStamps.ORDERS);
        times.onReceived(RECEIVED_NS - 50, RECEIVED_NS);
        times.onWritten(RECEIVED_NS + 1_500, RECEIVED_NS + 1_600);
        times.onDone();

        assertTimes(
                """
                received to decoded 0 x 0
                decoded to handled 0 x 0
                received to handled 0 x 0
                handled to sending 0 x 0
                received to sending 1 x 1500
                handled to written 0 x 0
                received to written 1 x 1600
                last look to written 1 x 1650
                """);
    }

    @Test
    void shouldTellNothingWhereNothingIsAsked() {
        times.stamps(LatencyStamps.OFF);
        times.onReceived(RECEIVED_NS - 50, RECEIVED_NS);
        times.onWritten(RECEIVED_NS + 1_500, RECEIVED_NS + 1_600);
        times.onDone();

        for (Stage stage : Stage.values()) {
            assertEquals(0, times.of(stage).count(), stage.title());
        }
    }
}
