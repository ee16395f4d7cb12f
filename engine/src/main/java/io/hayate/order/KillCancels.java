package io.hayate.order;

import io.hayate.codec.OrderEncoder;
import io.hayate.event.TradingState;
import io.hayate.model.OrderStatus;
import io.hayate.outbound.OrderEntry;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Has the venue cancel our open orders once the kill switch was used, and those that turn out to be open
 * later: by one message a second at most, until each has ended or its outcome is unknown. One of unknown
 * outcome is asked for at first alone. Orders of others stay, unless it is the account that is killed: then
 * all are canceled, a few times at most, as long as one is open.
 *
 * <p>Strategy thread; allocates nothing after start.
 */
final class KillCancels {
    private static final long INTERVAL_NS = TimeUnit.SECONDS.toNanos(1);

    private final OrderEntry entry;
    private final OrderPool pool;
    private final OrderReports reports;
    private final OrderLog log;
    private final long[] numbers = new long[OrderEncoder.CANCELS_MAX];
    private final long[] days = new long[OrderEncoder.CANCELS_MAX];
    private final int[] places = new int[OrderEncoder.CANCELS_MAX];
    private final Order[] asked = new Order[OrderEncoder.CANCELS_MAX];
    private int kills; // of the switch, that were seen
    private boolean killing;
    private long nextNs;
    private final AccountKill account;
    private final boolean[] isAskedOnce; // by place in the pool
    private boolean isTurnOfOurs;
    private int start; // where in the pool the last message ended

    /**
     * Has seen no kill.
     *
     * @param log where it is written down
     */
    KillCancels(
            OrderEntry entry,
            OrderPool pool,
            OrderReports reports,
            ForeignOrders foreign,
            OrderLog log) {
        this.log = log;
        account = new AccountKill(entry, foreign);
        this.entry = entry;
        this.pool = pool;
        this.reports = reports;
        isAskedOnce = new boolean[pool.capacity()];
    }

    void onTime(long timeNs) {
        TradingState trading = entry.trading();
        int used = trading.kills();
        if (kills != used) {
            kills = used;
            log.onKill(timeNs, trading.halt().reason());
            killing = true;
            nextNs = timeNs;
            isTurnOfOurs = false;
            account.onKill();
            Arrays.fill(isAskedOnce, false);
        }
        if (!killing || timeNs - nextNs < 0) {
            return;
        }
        killing = trading.isHalted();
        if (killing && entry.isAuthenticated()) {
            boolean isAsked = (trading.isKillOfAccount() && askForAll()) || askByNumbers();
            nextNs = isAsked ? timeNs + INTERVAL_NS : timeNs;
            isTurnOfOurs ^= isAsked;
        }
    }

    private boolean askForAll() {
        boolean isSent = account.ask(isOneOfOursWanted());
        for (int i = 0; i < pool.size() && isSent; i++) {
            if (pool.get(i).isOpen()) {
                onAsked(pool.get(i), i);
            }
        }
        return isSent;
    }

    private boolean isOneOfOursWanted() {
        boolean isOne = false;
        for (int i = 0; i < pool.size() && !isOne; i++) {
            isOne = pool.get(i).isOpen() && isWanted(pool.get(i), i);
        }
        return isOne;
    }

    private boolean askByNumbers() {
        return isTurnOfOurs
                ? askByOurs() || askByVenuesNumbers()
                : askByVenuesNumbers() || askByOurs();
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
                days[count] = order.intent().createdEpochDay();
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
            onAsked(asked[i], places[i]);
        }
        return isSent;
    }

    private void onAsked(Order order, int place) {
        isAskedOnce[place] = true;
        if (order.pending() != PendingRequest.CANCEL) {
            reports.onAsked(order, PendingRequest.CANCEL, entry.nowNs());
        }
    }
}
