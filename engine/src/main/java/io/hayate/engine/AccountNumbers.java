package io.hayate.engine;

import io.hayate.event.TrafficTap;
import io.hayate.metrics.Incidents;
import io.hayate.model.Clocks;
import io.hayate.order.ClientOrderIds;
import io.hayate.state.Marks;
import io.hayate.state.NumberReserve;
import io.hayate.state.NumberStock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;

/** The numbers of an account: nonces of its key, and those of its orders. Set apart ahead, on a thread of their own. */
final class AccountNumbers implements AutoCloseable {
    private final Nonces nonces; // null where there is no account
    private final ClientOrderIds ids;
    private final NumberStock stock;

    /** Numbers of which the first are set apart; the tap hears of each block of those of orders. */
    AccountNumbers(
            Marks marks, boolean isAccount, Incidents incidents, Clocks clocks, TrafficTap tap) {
        long nowMs = clocks.epoch().time();
        nonces =
                isAccount
                        ? new Nonces(marks.reserve("nonce", Nonces.LARGEST), nowMs * 1_000)
                        : null;
        NumberReserve numbers = marks.reserve("client-order-id", ClientOrderIds.LIMIT - 1);
        int drawn = new SplittableRandom().nextInt(ClientOrderIds.INSTANCES);
        long first = ClientOrderIds.firstOf(drawn, nowMs);
        ids =
                new ClientOrderIds(
                        atLeast -> {
                            long start = reserve(numbers, atLeast, first);
                            tap.onNumber(TrafficTap.IDS, start, clocks.nano().nanoTime());
                            return start;
                        },
                        nowMs);
        stock = stock(incidents, clocks);
    }

    /** Goes on where numbers were set apart before, or begins with those of the instance drawn now. */
    private static long reserve(NumberReserve numbers, long atLeast, long firstOfDrawn) {
        long floor = atLeast > ClientOrderIds.FIRST ? atLeast : 0;
        long next = numbers.reserve(floor, ClientOrderIds.BLOCK_SIZE, 0);
        return next >= ClientOrderIds.FIRST
                ? next
                : numbers.reserve(firstOfDrawn, ClientOrderIds.BLOCK_SIZE, 0);
    }

    /** A full disk must not end a session: orders are refused once the numbers are used up. */
    private NumberStock stock(Incidents incidents, Clocks clocks) {
        List<LongPredicate> refills = new ArrayList<>(List.of(ids::refill));
        if (nonces != null) {
            refills.add(nowMs -> nonces.refill(nowMs * 1_000));
        }
        return new NumberStock(refills, incidents, clocks.epoch());
    }

    /** Null where there is no account. */
    Nonces nonces() {
        return nonces;
    }

    ClientOrderIds ids() {
        return ids;
    }

    /** Starts to set apart what comes next. */
    void start() {
        stock.start();
    }

    @Override
    public void close() {
        stock.close();
    }
}
