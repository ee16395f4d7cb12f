package io.hayate.session;

import io.hayate.codec.AccountType;
import io.hayate.event.AccountDoubt;
import io.hayate.event.AccountStanding;
import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;
import io.hayate.intake.ListedOrders;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.Counts;
import io.hayate.model.SessionState;
import java.util.concurrent.TimeUnit;

/**
 * Whether the account is told whole, and what is done when something of it was lost or not understood.
 * No new order leaves before the venue has sent all its lists on the connection; each loss begins a doubt
 * at once, and then no new order leaves until lists that were sent later, or a look that was asked for
 * later, end it. A fresh connection sends them: one is made at once, and further ones once a minute, but
 * none while orders rest that the venue would cancel with the connection, and, with the dead-man switch,
 * none before a look has had its time. Loop thread.
 */
final class AccountCare {
    private static final String OTHERS_OPEN =
            "the dead-man switch would cancel open orders of others: orders.dead-man-switch";
    private static final long NEVER = Long.MIN_VALUE;
    private static final long INTERVAL_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long TELL_INTERVAL_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long LOOK_MAX_NS = TimeUnit.SECONDS.toNanos(15);

    private final SessionLife life;
    private final AccountDoubt doubt;
    private final SharedReads reads;
    private final AccountStanding standing;
    private final boolean deadManSwitch;
    private final Counters counters;
    private final Runnable wallets;
    private final ListedOrders listed = new ListedOrders();
    private final AccountLists lists = new AccountLists();
    private final KeyWear key;

    private boolean told; // the doubt there is, to a person
    private long toldNs;
    private long begunNs;
    private long lastReconnectNs = NEVER;
    private boolean spoilt; // the lists of this connection cannot end the doubt

    /**
     * Without a doubt, and without a list.
     *
     * @param wallets asks for them
     */
    AccountCare(
            SessionLife life,
            AccountDoubt doubt,
            SessionAccount account,
            SessionPorts ports,
            Runnable wallets) {
        this.wallets = wallets;
        this.life = life;
        this.doubt = doubt;
        counters = ports.counters();
        reads = life.role().carriesAccount() ? ports.reads() : SharedReads.PLAIN;
        standing = account.standing();
        deadManSwitch = account.deadManSwitch();
        key = new KeyWear(life, standing, doubt, listed, reads);
    }

    /** A connection has ended: the next one tells everything anew. */
    void onDisconnected(long nowNs) {
        takeSuspicion(nowNs);
        spoilt = false;
        lists.clear();
        listed.clear();
        doubt.hold(false);
        if (life.role().carriesAccount()) {
            standing.onDisconnected();
            key.onDisconnected();
        }
    }

    AccountDoubt doubt() {
        return doubt;
    }

    /** True while the account is told whole, nothing was lost since, and the key of TLS lasts; any thread. */
    boolean isReady() {
        return standing.isToldWhole() && !doubt.exists() && !standing.isKeyWorn();
    }

    /** The orders that the venue told as open. */
    ListedOrders listed() {
        return listed;
    }

    /** The account is ours on the connection; its lists are due. */
    void onAuthenticated(boolean mayWriteOrders) {
        standing.onAuthenticated(mayWriteOrders);
        standing.onMissing(lists.missing());
        checkWhole();
    }

    /** True when more of the same would say nothing new: it only keeps this connection from ending it. */
    boolean isDoubtKnown(long nowNs) {
        takeSuspicion(nowNs);
        boolean isKnown = doubt.isBegun();
        if (isKnown) {
            spoilt = true;
            doubt.onLoss();
        }
        return isKnown;
    }

    /** Something was lost or not understood. */
    void onDoubt(String why, long nowNs) {
        doubt.onLoss();
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
            begunNs = nowNs;
            counters.increment(Counter.ACCOUNT_DOUBTS);
            tell("the account is in doubt, no new order leaves: " + why);
        }
    }

    private void tell(String text) {
        life.tell(0, text);
    }

    /** What the thread of the orders found; a doubt that there is already does not keep it untold. */
    private void takeSuspicion(long nowNs) {
        long suspicions = suspicions();
        if (suspicions == doubt.takenUp()) {
            return;
        }
        String why = doubt.suspicion();
        doubt.begin(why);
        doubt.takeUp(suspicions);
        if (told && nowNs - toldNs >= TELL_INTERVAL_NS) {
            toldNs = nowNs;
            tell("the account is still in doubt, " + why);
        }
        onBegun(why, nowNs);
    }

    private long suspicions() {
        return reads.read(SharedValue.SUSPICIONS, doubt.suspicions());
    }

    /** True while the account is in doubt on this connection, which is live; as this thread sees it. */
    boolean isInDoubt(long connection) {
        boolean isLive = connection == life.connection() && life.state() == SessionState.LIVE;
        return isLive && (suspicions() > doubt.takenUp() || doubt.isBegun());
    }

    /**
     * Does what had to wait; called each tick of a connection that is live.
     *
     * @param keyUse of the transport
     */
    void onTick(long nowNs, double keyUse) {
        takeSuspicion(nowNs);
        if (life.role().carriesAccount()) {
            key.onTick(nowNs, reads.read(SharedValue.KEY_USE, KeyWear.percentOf(keyUse)));
        }
        if (doubt.isBegun() && isSettled() && standing.isToldWhole()) {
            end("what was lost of the account is known again: new orders may leave");
            wallets.run(); // orders and fills are known; a word of a wallet may be what was lost
        }
        if (doubt.isBegun() && spoilt) {
            reconnectIfAllowed(nowNs);
        }
        if (deadManSwitch && lists.isWhole() && !standing.isToldWhole() && life.isAuthenticated()) {
            checkWhole();
            armIfAllowed(nowNs);
        }
        if (life.isAuthenticated() && lists.areMissed(nowNs)) {
            tell("the account is not ready, no new order leaves: " + lists.missing());
        }
    }

    /** Without a fresh connection. */
    private boolean isSettled() {
        long settled = reads.read(SharedValue.SETTLED, doubt.settled());
        return settled == doubt.losses() + doubt.takenUp();
    }

    /** The dead-man switch comes with a connection alone. */
    private void armIfAllowed(long nowNs) {
        boolean isArmed = standing.isDeadManArmed();
        if (isReconnectDue(nowNs)
                && standing.deadMan().isToArm(life.connection(), isArmed, listed.count())) {
            lastReconnectNs = nowNs;
            life.drop("no order of others is open: a fresh connection arms the dead-man switch");
        }
    }

    private boolean isReconnectDue(long nowNs) {
        return lastReconnectNs == NEVER || nowNs - lastReconnectNs >= INTERVAL_NS;
    }

    private void reconnectIfAllowed(long nowNs) {
        int ours = (int) reads.read(SharedValue.RESTING_ORDERS, doubt.restingOrders());
        int resting = Math.max(ours, listed.count());
        boolean isArmed = deadManSwitch && standing.isDeadManArmed();
        boolean isHeld = resting > 0 && isArmed && life.isAuthenticated();
        if (isHeld && !doubt.isHeld()) {
            String orders = resting == 1 ? "an order rests" : Counts.of(resting, "order") + " rest";
            tell(
                    "no fresh connection while "
                            + orders
                            + ": the dead-man switch would cancel; reconnect makes one");
        }
        doubt.hold(isHeld);
        boolean isAwaited = deadManSwitch && isLookedInto() && nowNs - begunNs < LOOK_MAX_NS;
        if (!isHeld && !isAwaited && isReconnectDue(nowNs)) {
            lastReconnectNs = nowNs;
            life.drop(doubt.reason() + ": a fresh connection tells the account anew");
        }
    }

    private boolean isLookedInto() {
        return reads.read(SharedValue.LOOKED_INTO, doubt.isLookedInto());
    }

    /** A list of the account has come whole. */
    void onListed(AccountType type, long nowNs) {
        takeSuspicion(nowNs);
        lists.onListed(type);
        if (life.role().carriesAccount()) {
            checkWhole();
        }
    }

    private void checkWhole() {
        if (!lists.isWhole() || !life.isAuthenticated()) {
            standing.onMissing(lists.missing());
            return;
        }
        if (deadManSwitch && !isDeadManSettled()) {
            standing.onMissing(OTHERS_OPEN);
            return;
        }
        boolean wasWhole = standing.isToldWhole();
        standing.onToldWhole();
        if (doubt.isBegun() && !spoilt) {
            end("the account was told anew and whole: new orders may leave again");
        } else if (!wasWhole && !doubt.isBegun() && life.state() == SessionState.LIVE) {
            tell("the account was told whole: new orders may leave");
        }
    }

    private boolean isDeadManSettled() {
        boolean isArmed = standing.isDeadManArmed();
        return standing.deadMan().settle(life.connection(), isArmed, listed.count());
    }

    /** Unless the thread of the orders has begun another. */
    private void end(String text) {
        if (suspicions() == doubt.takenUp()) {
            doubt.end();
            told = false;
            spoilt = false;
            tell(text);
        }
    }
}
