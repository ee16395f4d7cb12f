package io.hayate.run;

import io.hayate.engine.StopConfig;
import io.hayate.model.OrderStatus;
import io.hayate.model.Settings;
import io.hayate.order.Order;
import io.hayate.order.OrderManager;
import io.hayate.order.OrderOrigin;
import io.hayate.view.text.Figures;
import java.util.ArrayList;
import java.util.List;

/** Orders of ours that are still open, or of unknown outcome, when a run has ended. Main thread. */
final class LeftOrders implements OrderManager.OrderTaker {
    private final StopConfig stop;
    private final List<String> lines = new ArrayList<>();
    private boolean isMeant = true;

    LeftOrders(StopConfig stop) {
        this.stop = stop;
    }

    @Override
    public void onOrder(Order order) {
        if (order.isOpen()) {
            lines.add(describe(order));
            isMeant &= isToStay(order);
        }
    }

    private boolean isToStay(Order order) {
        boolean isLeft =
                switch (stop.cancelOnStop()) {
                    case ALL -> false;
                    case STRATEGY -> order.origin() == OrderOrigin.CONSOLE;
                    case NONE -> true;
                };
        return isLeft && order.status() != OrderStatus.UNKNOWN;
    }

    private static String describe(Order order) {
        String number =
                order.orderId() == 0
                        ? "ours " + order.clientOrderId()
                        : order.orderId() + ", ours " + order.clientOrderId();
        return "left open: order "
                + number
                + ": "
                + Settings.name(order.side())
                + ' '
                + Figures.exact(order.remainingAmount())
                + ' '
                + order.instrument().displayName()
                + ", "
                + Settings.name(order.status());
    }

    /** A line for each. */
    List<String> lines() {
        return lines;
    }

    /** True when each was to stay, or none is left. */
    boolean isMeant() {
        return isMeant;
    }
}
