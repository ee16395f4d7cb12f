package io.hayate.order;

import io.hayate.codec.OrderEncoder;
import io.hayate.event.TradingHalt;
import io.hayate.model.OrderStatus;
import io.hayate.outbound.OrderEntry;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Has the venue cancel our open orders once the kill switch was used, and those that turn out to be open
 * later: by one message a second at most, until each has ended or its outcome is unknown. One of unknown
 * outcome is asked for at first alone. Orders of other programs stay.
 *
 * <p>Strategy thread; allocates nothing after start.
 */
final class KillCancels {
    private static final long INTERVAL_NS = TimeUnit.SECONDS.toNanos(1);

    private final OrderEntry entry;
    private final OrderPool pool;
    private final OrderReports reports;
    private final long[] numbers = new long[OrderEncoder.CANCELS_MAX];
    private final long[] days = new long[OrderEncoder.CANCELS_MAX];
    private final int[] places = new int[OrderEncoder.CANCELS_MAX];
    private final Order[] asked = new Order[OrderEncoder.CANCELS_MAX];
    private int kills; // of the switch, that were seen
    private boolean killing;
    private long nextNs;
    private final boolean[] isAskedOnce; // by place in the pool
    private boolean isTurnOfOurs;
    private int start; // where in the pool the last message ended

    KillCancels(OrderEntry entry, OrderPool pool, OrderReports reports) {
        this.entry = entry;
        this.pool = pool;
        this.reports = reports;
        isAskedOnce = new boolean[pool.capacity()];
    }

    void onTime(long timeNs) {
        TradingHalt halt = entry.halt();
        if (kills != halt.kills()) {
            kills = halt.kills();
            killing = true;
            nextNs = timeNs;
            isTurnOfOurs = false;
            Arrays.fill(isAskedOnce, false);
        }
        if (!killing || timeNs - nextNs < 0) {
            return;
        }
        killing = halt.isOn();
        if (killing && entry.isAuthenticated()) {
            boolean isAsked =
                    isTurnOfOurs
                            ? askByOurs() || askByVenuesNumbers()
                            : askByVenuesNumbers() || askByOurs();
            nextNs = isAsked ? timeNs + INTERVAL_NS : timeNs;
            isTurnOfOurs ^= isAsked;
        }
    }

    private boolean askByVenuesNumbers() {
        int count = collect(true);
        return count > 0 && onAsked(entry.cancelMany(numbers, count), count);
    }

    private boolean askByOurs() {
        int count = collect(false);
        return count > 0 && onAsked(entry.cancelMany(numbers, days, count), count);
    }

    /** Those that the venue has numbered, or the others; more than fit have their turn a second later. */
    private int collect(boolean numbered) {
        int count = 0;
        for (int i = 0; i < pool.size() && count < numbers.length; i++) {
            int at = (start + i) % pool.size();
            Order order = pool.get(at);
            if (order.isOpen() && isWanted(order, at) && order.orderId() != 0 == numbered) {
                numbers[count] = numbered ? order.orderId() : order.clientOrderId();
                days[count] = order.createdEpochDay();
                places[count] = at;
                asked[count++] = order;
                start = count == numbers.length ? at + 1 : start;
            }
        }
        return count;
    }

    private boolean isWanted(Order order, int place) {
        return order.status() != OrderStatus.UNKNOWN || !isAskedOnce[place];
    }

    private boolean onAsked(boolean isSent, int count) {
        for (int i = 0; i < count && isSent; i++) {
            isAskedOnce[places[i]] = true;
            if (asked[i].pending() != PendingRequest.CANCEL) {
                reports.onAsked(asked[i], PendingRequest.CANCEL, entry.nowNs());
            }
        }
        return isSent;
    }
}
