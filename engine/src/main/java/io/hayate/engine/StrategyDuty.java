package io.hayate.engine;

import io.hayate.order.OrderManager;
import io.hayate.strategy.StrategyRunner;
import java.util.function.Consumer;
import org.agrona.concurrent.Agent;

/**
 * Runs the strategy's side of the ring and stops for ever when one of our own invariants breaks
 * there: open orders are canceled, the loop lives on to send that, and the engine ends.
 */
final class StrategyDuty implements Agent {
    private final StrategyRunner runner;
    private final OrderManager orders;
    private final Consumer<Throwable> onBroken;
    private final TurnWatch watch;
    private boolean broken;

    StrategyDuty(
            StrategyRunner runner,
            OrderManager orders,
            TurnWatch watch,
            Consumer<Throwable> onBroken) {
        this.watch = watch;
        this.runner = runner;
        this.orders = orders;
        this.onBroken = onBroken;
    }

    @Override
    public String roleName() {
        return runner.roleName();
    }

    @Override
    public int doWork() {
        if (broken) {
            return 0;
        }
        watch.onBegin();
        try {
            return runner.doWork();
        } catch (Throwable e) {
            broken = true;
            orders.cancelAll(true);
            onBroken.accept(e);
            return 0;
        } finally {
            watch.onEnd();
        }
    }
}
