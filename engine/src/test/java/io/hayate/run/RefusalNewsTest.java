package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.RunnerRig;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders of a strategy that asks while no session is live. */
class RefusalNewsTest {
    private static final String NOT_LIVE =
            " of the strategy refused here, nothing was sent: the session is not live";

    private final Asking strategy = new Asking();
    private final RunnerRig rig = new RunnerRig(strategy);
    private final List<String> lines = new ArrayList<>();
    private RefusalNews news;

    private static final class Asking implements Strategy {
        private StrategyContext context;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }
    }

    @BeforeEach
    void start() {
        rig.tick(1); // starts it
        news = new RefusalNews(rig.refusals(), Map.of(), 0);
    }

    private void ask(int times) {
        for (int i = 0; i < times; i++) {
            strategy.context.buy(rig.instrument(RunnerRig.BTCUSD), 0.01);
        }
    }

    private List<String> toldAt(long seconds) {
        lines.clear();
        news.tell(TimeUnit.SECONDS.toNanos(seconds), (strategy, line) -> lines.add(line));
        return List.copyOf(lines);
    }

    @Test
    void shouldTellNothingWhileNothingIsRefused() {
        assertEquals(List.of(), toldAt(1));
    }

    @Test
    void shouldTellTheReasonOfTheFirstAtOnce() {
        ask(1);

        assertEquals(List.of("an order" + NOT_LIVE), toldAt(1));
        assertEquals(List.of(), toldAt(2));
    }

    @Test
    void shouldCountFurtherOnesWithinTenSeconds() {
        ask(1);
        toldAt(1);
        ask(2_000);

        assertEquals(List.of(), toldAt(10));
        assertEquals(List.of("2000 orders" + NOT_LIVE), toldAt(11));
        assertEquals(2_001, rig.refusals().get(RiskVerdict.NOT_LIVE));
    }

    @Test
    void shouldTellAnotherReasonAtOnce() {
        ask(1);
        toldAt(1);
        strategy.context.buy(rig.instrument(RunnerRig.BTCUSD), -1);

        assertEquals(
                List.of(
                        "an order of the strategy refused here, nothing was sent: "
                                + RiskVerdict.AMOUNT.reason()),
                toldAt(2));
    }
}
