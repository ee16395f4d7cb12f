package io.hayate.guard;

import io.hayate.event.TradingHalt;
import io.hayate.guard.KillTargets.Target;
import io.hayate.history.OpenOrderList;
import io.hayate.history.RestWay;
import io.hayate.model.Counts;
import io.hayate.model.Instruments;
import io.hayate.outbound.OpenNumbers;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.agrona.concurrent.NanoClock;

/**
 * Cancels by REST what the kill switch is to cancel and is not confirmed to have ended after two seconds:
 * as no thread sends its cancels, as the connection is dead, or as the venue is silent on it. Asks for the
 * cancels, then for the list of what is open, by one request a second at most, until that list has none
 * of ours; so many requests a kill, and less often while they fail. Where it is the account that is
 * killed it cancels all.
 *
 * <p>What it learns it tells a person, and the journal by {@link KillTeller}: that has it once the strategy's
 * thread turns, which alone writes it. The books learn the same from the venue. One thread, no trading thread.
 */
public final class KillGuard {
    /** How long cancels over the connection have. */
    static final long CONFIRMED_WITHIN_NS = TimeUnit.SECONDS.toNanos(2);

    /** How many requests a kill leads to at most. */
    static final int REQUESTS_MAX = 60;

    private static final long INTERVAL_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long ABSENT_INTERVAL_NS = TimeUnit.SECONDS.toNanos(20);
    private static final int DOUBLED_MAX = 5; // 32 s between requests that fail
    private static final int CANCELS_MAX = 100;
    private static final int LISTED_MAX = 500; // of a longer list it is not sure that it is whole

    private final TradingHalt halt;
    private final KillTargets targets;
    private final IntSupplier foreign;
    private final RestWay rest;
    private final OpenOrderList list;
    private final NanoClock clock;
    private final KillTeller teller;

    private volatile int kills; // of the switch, that were seen
    private volatile boolean isSettled = true;
    private boolean isAccountSettled;
    private boolean isKilling;
    private long dueNs;
    private int requests;
    private int failures; // in a row
    private String told = "";

    /**
     * A guard that has seen no kill.
     *
     * @param foreign how many open orders of the account are not ours
     * @param teller told what is done, and what came of it
     */
    public KillGuard(
            TradingHalt halt,
            OpenNumbers numbers,
            IntSupplier foreign,
            KillVenue venue,
            NanoClock clock,
            Consumer<String> teller) {
        this.halt = halt;
        targets = new KillTargets(numbers);
        this.foreign = foreign;
        rest = venue.rest();
        list = new OpenOrderList(venue.instruments());
        this.clock = clock;
        this.teller = new KillTeller(teller, numbers.killSteps(), clock);
    }

    /**
     * The venue, as it is asked.
     *
     * @param instruments that orders may be of
     */
    public record KillVenue(RestWay rest, Instruments instruments) {}

    /** Does what is due: one request at most, whose answer it waits for. */
    public void look() throws InterruptedException {
        long nowNs = clock.nanoTime();
        if (kills != halt.kills()) {
            begin(nowNs);
        }
        isKilling &= halt.isOn();
        if (!isKilling) {
            isSettled = true;
            return;
        }
        int open = targets.collect();
        boolean isOfAccount = halt.isKillOfAccount() && !isAccountSettled;
        if (open == 0 && !(isOfAccount && foreign.getAsInt() > 0)) {
            settle(nowNs);
        } else if (nowNs - dueNs >= 0) {
            act(open, isOfAccount);
        }
    }

    private void begin(long nowNs) {
        isSettled = false; // before the number: who sees that sees this
        kills = halt.kills();
        isAccountSettled = false;
        dueNs = nowNs + CONFIRMED_WITHIN_NS;
        requests = 0;
        failures = 0;
        told = "";
        targets.begin();
        isKilling = true;
    }

    /** Nothing is open; what turns out to be has two seconds again. */
    private void settle(long nowNs) {
        if (!isSettled && requests > 0) {
            teller.say("kill by REST: none of the orders is open at the venue any more");
        }
        isSettled = true;
        dueNs = nowNs + CONFIRMED_WITHIN_NS;
    }

    private void act(int open, boolean isOfAccount) throws InterruptedException {
        if (requests == REQUESTS_MAX) {
            teller.say(
                    "kill by REST: given up after "
                            + Counts.of(requests, "request")
                            + "; cancel what is open at the venue itself, or kill again");
            isKilling = false;
            isSettled = true;
            return;
        }
        isSettled = false;
        if (requests++ == 0) {
            teller.say(
                    "kill: "
                            + (open == 0 ? "orders of others" : Counts.of(open, "open order"))
                            + " not confirmed canceled within 2 s; canceled by REST now");
        }
        try {
            long restNs =
                    isOfAccount && !targets.areAllAsked() ? cancelAll() : cancelOrList(isOfAccount);
            failures = 0;
            dueNs = clock.nanoTime() + restNs;
        } catch (IOException e) {
            onFailed(e.getMessage());
        }
    }

    private long cancelAll() throws IOException, InterruptedException {
        List<Target> all = targets.onAllAsked();
        post(CancelBody.ALL);
        teller.onTaken(all);
        return INTERVAL_NS;
    }

    private long cancelOrList(boolean isOfAccount) throws IOException, InterruptedException {
        List<Target> next = targets.next(CANCELS_MAX);
        if (next.isEmpty()) {
            targets.beginRound();
            return list(isOfAccount);
        }
        targets.onAsked(next); // if it fails, too: the list tells what came of it
        post(CancelBody.of(next));
        teller.onTaken(next);
        return INTERVAL_NS;
    }

    private void post(CancelBody request) throws IOException, InterruptedException {
        rest.post(request.path(), request.text());
    }

    private long list(boolean isOfAccount) throws IOException, InterruptedException {
        list.read(rest.post(OpenOrderList.PATH, OpenOrderList.BODY));
        if (list.count() >= LISTED_MAX) {
            tell("the venue's list of open orders may not be whole; asked again");
            return INTERVAL_NS;
        }
        KillTargets.Listed listed = targets.onList(list);
        isAccountSettled = list.count() == 0;
        int left = isOfAccount ? list.count() : listed.stillOpen();
        boolean isAwaited = left == 0 && listed.awaited() > 0;
        tell(
                "the venue lists "
                        + Counts.of(left, "open order")
                        + (isOfAccount ? "" : " of ours")
                        + (isAwaited
                                ? awaited(listed.awaited())
                                : left > 0 ? "; asked again" : ""));
        return isAwaited ? ABSENT_INTERVAL_NS : INTERVAL_NS;
    }

    private static String awaited(int count) {
        return "; " + Counts.of(count, "order") + " that it never numbered may come: asked again";
    }

    private void onFailed(String why) {
        failures++;
        long restNs = INTERVAL_NS << Math.min(failures - 1, DOUBLED_MAX);
        dueNs = clock.nanoTime() + restNs;
        tell("not done, and tried again: " + why);
    }

    private void tell(String text) {
        if (!text.equals(told)) {
            told = text;
            teller.say("kill by REST: " + text);
        }
    }

    /** True when no kill has anything left to do, as far as this guard can; any thread. */
    public boolean isSettled() {
        return kills == halt.kills() && isSettled;
    }
}
