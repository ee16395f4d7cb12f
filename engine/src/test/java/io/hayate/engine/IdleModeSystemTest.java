package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.metrics.Counter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * However the trading threads idle, an account event keeps its place and is told at once: each order
 * waits for the answers to the one before, with the threads at rest in between. Timers tick once a
 * second, so that wake-ups that are lost are not made good by chance.
 */
class IdleModeSystemTest {
    private static final int WALLETS_PER_ANSWER = 3;
    private static final int ANSWERS = 4;

    @TempDir Path state;

    @ParameterizedTest
    @CsvSource({
        "one-thread, blocking, 1000",
        "one-thread, yielding, 1000",
        "one-thread, busy-spin, 200",
        "split, blocking, 1000",
        "split, yielding, 1000",
        "split, busy-spin, 200"
    })
    void shouldTellAccountEventsInOrderAndAtOnce(String topology, String idle, int rounds)
            throws IOException {
        Map<String, Object> settings = new HashMap<>();
        settings.put("loop.topology", topology);
        settings.put("loop.idle", idle);
        settings.put("loop.timer-tick", "1s");
        settings.put("trading.orders-per-second-max", "off");
        settings.put("trading.open-orders-max", "off");
        InOrder strategy = new InOrder();
        Rounds answers = new Rounds(rounds);
        try (FastVenue venue = new FastVenue(answers);
                EngineRig rig = new EngineRig(venue.url("ws"), state, settings, strategy)) {
            rig.awaitLive();
            venue.say(FastVenue.TICKER);

            FastVenue.await(() -> strategy.orders() == rounds || !strategy.complaint().isEmpty());

            assertEquals("", strategy.complaint());
            assertEquals(rounds * ANSWERS * WALLETS_PER_ANSWER, strategy.wallets());
            assertEquals(rounds, rig.count(Counter.FILLS));
            assertEquals(0, rig.count(Counter.FRAMES_MALFORMED));
        }
    }

    /** Fills an order in many writes, and then moves the market, which leads to the next order. */
    private static final class Rounds implements FastVenue.OnOrder {
        private final FillingVenue filling = new FillingVenue(true);
        private final int rounds;
        private int round;
        private int wallets;

        Rounds(int rounds) {
            this.rounds = rounds;
        }

        @Override
        public void onOrder(FastVenue venue, String request) throws IOException {
            for (byte[] answer : filling.answers(request)) {
                for (int i = 0; i < WALLETS_PER_ANSWER; i++) {
                    venue.say("[0,\"wu\",[\"exchange\",\"USD\"," + wallets++ + ",0,null]]");
                }
                venue.send(answer);
            }
            if (++round < rounds) {
                venue.say(FastVenue.TICKER);
            }
        }
    }
}
