package io.hayate.session;

import io.hayate.codec.AccountType;
import io.hayate.event.AccountDoubt;
import io.hayate.intake.ListedOrders;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.Counts;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What is done when something of the account was lost or not understood. No new order leaves from
 * then on, and a fresh connection is to tell the account anew: its whole lists end the doubt. One is
 * made at once, and further ones once a minute. None is made while orders rest and the venue would
 * cancel them with the connection. Loop thread.
 */
final class AccountCare {
    private static final long INTERVAL_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long TELL_INTERVAL_NS = TimeUnit.SECONDS.toNanos(10);

    private final AccountDoubt doubt;
    private final ListedOrders listed = new ListedOrders();
    private final Counters counters;
    private final Consumer<String> teller;
    private final Consumer<String> dropper;
    private final BooleanSupplier deadManSwitch;

    private boolean told; // the doubt there is, to a person
    private long toldNs;
    private boolean hasReconnected;
    private long lastReconnectNs;
    private boolean spoilt; // this connection cannot end the doubt
    private boolean walletsTold;
    private boolean ordersTold;

    /**
     * Without a doubt.
     *
     * @param teller tells a person
     * @param dropper gives the connection up for a fresh one
     * @param deadManSwitch true while the venue would cancel orders at the end of the connection
     */
    AccountCare(
            AccountDoubt doubt,
            Counters counters,
            Consumer<String> teller,
            Consumer<String> dropper,
            BooleanSupplier deadManSwitch) {
        this.doubt = doubt;
        this.counters = counters;
        this.teller = teller;
        this.dropper = dropper;
        this.deadManSwitch = deadManSwitch;
    }

    /** A connection has ended: the next one tells everything anew. */
    void onDisconnected(long nowNs) {
        takeSuspicion(nowNs);
        spoilt = false;
        walletsTold = false;
        ordersTold = false;
        listed.clear();
        doubt.hold(false);
    }

    AccountDoubt doubt() {
        return doubt;
    }

    /** The orders that the venue told as open. */
    ListedOrders listed() {
        return listed;
    }

    /** True when more of the same would say nothing new: it only keeps this connection from ending it. */
    boolean isDoubtKnown() {
        spoilt |= doubt.exists();
        return doubt.exists();
    }

    /** Something was lost or not understood. */
    void onDoubt(String why, long nowNs) {
        if (!told) {
            doubt.begin(why);
        }
        onBegun(why, nowNs);
        reconnectIfAllowed(nowNs);
    }

    private void onBegun(String why, long nowNs) {
        spoilt = true;
        if (!told) {
            told = true;
            toldNs = nowNs;
            counters.increment(Counter.ACCOUNT_DOUBTS);
            teller.accept("the account is in doubt, no new order leaves: " + why);
        }
    }

    /** What the thread of the orders found; a doubt that there is already does not keep it untold. */
    private void takeSuspicion(long nowNs) {
        String why = doubt.takeSuspicion();
        if (why == null) {
            return;
        }
        if (told && nowNs - toldNs >= TELL_INTERVAL_NS) {
            toldNs = nowNs;
            teller.accept("the account is still in doubt, " + why);
        }
        onBegun(why, nowNs);
    }

    /** Does what had to wait; called each tick of a connection that is live. */
    void onTick(long nowNs) {
        takeSuspicion(nowNs);
        if (doubt.exists() && spoilt) {
            reconnectIfAllowed(nowNs);
        }
    }

    private void reconnectIfAllowed(long nowNs) {
        int resting = Math.max(doubt.restingOrders(), listed.count());
        boolean isHeld = resting > 0 && deadManSwitch.getAsBoolean();
        if (isHeld && !doubt.isHeld()) {
            String orders = resting == 1 ? "an order rests" : Counts.of(resting, "order") + " rest";
            teller.accept(
                    "no fresh connection while "
                            + orders
                            + ": the dead-man switch would cancel; reconnect makes one");
        }
        doubt.hold(isHeld);
        if (!isHeld && (!hasReconnected || nowNs - lastReconnectNs >= INTERVAL_NS)) {
            hasReconnected = true;
            lastReconnectNs = nowNs;
            dropper.accept(doubt.reason() + ": a fresh connection tells the account anew");
        }
    }

    /** A list of the account has come whole. */
    void onListed(AccountType type, long nowNs) {
        takeSuspicion(nowNs);
        walletsTold |= type == AccountType.WALLETS;
        ordersTold |= type == AccountType.OPEN_ORDERS;
        if (doubt.exists() && !spoilt && walletsTold && ordersTold && doubt.end()) {
            told = false;
            teller.accept("the account was told anew and whole: new orders may leave again");
        }
    }
}
