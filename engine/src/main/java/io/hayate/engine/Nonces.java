package io.hayate.engine;

import io.hayate.history.RestNonces;
import io.hayate.model.ConfigException;
import io.hayate.session.NonceSource;
import io.hayate.state.NumberReserve;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * The nonces of one API key, microseconds by the wall clock where possible. They come from blocks that
 * another thread sets apart: a block reaches a minute ahead of the clock, with some numbers more behind
 * it, so that connections can be made for hours while the disk takes nothing. Requests by REST take theirs
 * from the same numbers, on a thread of their own.
 *
 * <p>The loop takes and tells what the venue said of it; a housekeeping thread refills. A block begins
 * above all that was ever set apart, and is no larger than its time asks for: many starts move the
 * numbers on by a few milliseconds each. Only a venue that knows larger nonces moves them further, two
 * days ahead of the clock at most.
 */
final class Nonces implements NonceSource {
    static final int SPARE = 1_000;
    static final long WINDOW_US = 60_000_000;

    private static final long HOUR_US = 3_600_000_000L;
    private static final long[] LEADS_US = {0, 2 * HOUR_US, 48 * HOUR_US};

    private final NumberReserve reserve;

    // Loop
    private int tooSmall;
    private long asked;

    // Loop, history and guard
    private final AtomicReference<Block> block = new AtomicReference<>(new Block(0, 0, false));
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong end = new AtomicLong();
    private volatile boolean isAuthOpen; // a nonce of the connection's may be under way

    // Loop to housekeeping
    private volatile Wish wish = new Wish(0, 0);

    // Guard
    private int tooSmallForKill;

    // Guard to housekeeping
    private volatile Wish killWish = new Wish(0, 0);

    // Housekeeping to loop
    private volatile Block latest;
    private long answeredKill;
    private volatile long answered;
    private volatile String shortage = "all nonces that were set apart are used up";

    private record Block(long first, long end, boolean isLarger) {}

    private record Wish(long number, long leadUs) {}

    /**
     * Nonces from a first block.
     *
     * @throws ConfigException when none can be set apart
     */
    Nonces(NumberReserve reserve, long clockUs) {
        this.reserve = reserve;
        latest = inTime(clockUs, 1);
        takeLatest();
    }

    @Override
    public long next(long atLeast) {
        isAuthOpen = true; // before the nonce: who takes one by then has a smaller one, or none
        return isAwaited() ? NONE : draw(atLeast);
    }

    /**
     * History: the next nonce of a request by REST, at least {@code atLeast} as far as those set apart
     * reach. None while the connection asks for the account, so that no larger one comes before its own.
     */
    long nextOfRest(long atLeast) {
        long nonce = isAwaited() ? NONE : draw(atLeast);
        return isAuthOpen ? NONE : nonce;
    }

    /**
     * Guard: the next nonce of a request that cancels. That cannot wait for a connection which may never
     * answer: if this overtakes the nonce of one, the venue refuses that, and a larger one is tried.
     */
    long nextOfKill(long atLeast) {
        return isAwaited() ? NONE : draw(atLeast);
    }

    /** Guard: the same for its requests; with each that is too small the next are larger ones. */
    RestNonces ofKill(LongSupplier clockUs) {
        return new RestNonces() {
            @Override
            public long next() {
                return nextOfKill(clockUs.getAsLong());
            }

            @Override
            public void onTooSmall() {
                next.accumulateAndGet(end.get() - SPARE, Math::max);
                long lead = LEADS_US[Math.min(tooSmallForKill, LEADS_US.length - 1)];
                tooSmallForKill++;
                killWish = new Wish(killWish.number() + 1, lead);
            }

            @Override
            public void onTaken() {
                tooSmallForKill = 0;
            }
        };
    }

    private long draw(long atLeast) {
        takeLatest();
        while (true) {
            long first = next.get(); // before the end: numbers of another block come with its end
            long last = end.get();
            if (first >= last) {
                return NONE;
            }
            long nonce = Math.max(first, Math.min(atLeast, last - SPARE));
            if (next.compareAndSet(first, nonce + 1)) {
                return nonce;
            }
        }
    }

    /** Numbers that go on where ours end make the block longer; others come in its place. */
    @SuppressWarnings("ReferenceEquality") // another block, not an equal one
    private void takeLatest() {
        Block newest = latest;
        Block before = block.get();
        if (newest != before && block.compareAndSet(before, newest)) {
            if (newest.isLarger() || newest.first() != before.end()) {
                next.accumulateAndGet(newest.first(), Math::max);
            }
            end.accumulateAndGet(newest.end(), Math::max); // last: until then there are none of it
        }
    }

    @Override
    public void onTooSmall() {
        long last = end.get();
        next.accumulateAndGet(last - SPARE, Math::max); // should no others come
        wish = new Wish(++asked, LEADS_US[Math.min(tooSmall, LEADS_US.length - 1)]);
        tooSmall++;
    }

    @Override
    public boolean isOvertaken(long nonce) {
        return next.get() > nonce + 1;
    }

    @Override
    public void onTaken() {
        isAuthOpen = false;
        tooSmall = 0;
    }

    @Override
    public boolean isAwaited() {
        return answered != asked;
    }

    @Override
    public String shortage() {
        return shortage;
    }

    /**
     * Housekeeping: sets others apart where those at hand come to an end, or are too small.
     *
     * @return false when none were needed
     * @throws ConfigException when none could be set apart; what was set apart before goes on
     */
    boolean refill(long clockUs) {
        Wish wanted = wish;
        if (wanted.number() != answered) {
            try {
                renew(wanted, clockUs);
            } finally {
                answered = wanted.number(); // after the block: who sees it has that
            }
            return true;
        }
        Wish ofKill = killWish;
        if (ofKill.number() != answeredKill) {
            answeredKill = ofKill.number();
            renew(ofKill, clockUs);
            return true;
        }
        long reach = latest.end() - SPARE;
        if (clockUs <= reach - WINDOW_US / 2 && next.get() <= reach) {
            return false;
        }
        latest = inTimeOrComplain(clockUs);
        return true;
    }

    private void renew(Wish wanted, long clockUs) {
        try {
            long first = reserve.reserve(floor(clockUs + wanted.leadUs()), 2 * SPARE, 0);
            latest = new Block(first, first + 2 * SPARE, true);
        } catch (ConfigException e) {
            shortage = "no larger nonce could be set apart: " + e.getMessage();
            throw e;
        }
    }

    private Block inTimeOrComplain(long clockUs) {
        try {
            return inTime(clockUs, latest.end());
        } catch (ConfigException e) {
            shortage = "no nonce could be set apart: " + e.getMessage();
            throw e;
        }
    }

    /** What is set apart here stays below what comes, though the file be lost. */
    private long floor(long clockUs) {
        return Math.max(clockUs, latest.end());
    }

    private Block inTime(long clockUs, long atLeast) {
        long endUs = clockUs + WINDOW_US + SPARE;
        long first = reserve.reserve(Math.max(clockUs, atLeast), 2 * SPARE, endUs);
        return new Block(first, Math.max(first + 2 * SPARE, endUs), false);
    }
}
