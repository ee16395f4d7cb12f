package io.hayate.session;

import io.hayate.intake.Subscriptions;
import io.hayate.model.SessionState;
import java.util.function.Consumer;

/**
 * How far a session is, and how it ends: what its parts share. They ask it, and have it come into
 * another state; what that means for them the session sees to.
 *
 * <p>Loop thread, but for what says otherwise.
 */
final class SessionLife implements SessionTeller.Subject {
    /** What a session does when it is told. Loop thread. */
    interface Listener {
        /** It has come from one state into another, which is told next. */
        void onEntered(SessionState previous, SessionState next);

        /** The account is ours on its connection. */
        void onAuthenticated(boolean mayWriteOrders);

        /** Its connection is to be given up. */
        void onDropped();
    }

    private final SessionRole role;
    private final SessionOwner owner;
    private final SessionTimes times;
    private final Subscriptions subscriptions;
    private final SessionTeller teller;
    private final Listener listener;

    private volatile SessionState state = SessionState.DISCONNECTED;
    private volatile long connection;
    private volatile boolean everLive;
    private volatile boolean closedAtEnd;
    private boolean isPreviousGone;
    private boolean isGone; // this connection, at the venue's side
    private boolean authenticated;
    private boolean deaf;
    private boolean ended;
    private boolean closed;
    private String lastReason = "";

    SessionLife(
            SessionRole role,
            SessionOwner owner,
            SessionTimes times,
            Subscriptions subscriptions,
            SessionTeller teller,
            Listener listener) {
        this.role = role;
        this.owner = owner;
        this.times = times;
        this.subscriptions = subscriptions;
        this.teller = teller;
        this.listener = listener;
    }

    @Override
    public SessionRole role() {
        return role;
    }

    /** How far the session is; any thread. */
    @Override
    public SessionState state() {
        return state;
    }

    /** Number of the connection, from 1; 0 before the first; any thread. */
    @Override
    public long connection() {
        return connection;
    }

    /** True once the session has been live, whatever it is now; any thread. */
    boolean hasEverBeenLive() {
        return everLive;
    }

    /** True once a connection that held was closed because the run ends; any thread. */
    @Override
    public boolean isClosedAtEnd() {
        return closedAtEnd;
    }

    @Override
    public boolean isPreviousGone() {
        return isPreviousGone;
    }

    /** The socket has ended: at the venue's side, too, or as far as we know at ours alone. */
    void socketEnded(boolean isAtVenueToo) {
        isGone = isAtVenueToo;
    }

    @Override
    public boolean isAuthenticated() {
        return authenticated;
    }

    void authenticated(boolean mayWriteOrders) {
        authenticated = true;
        listener.onAuthenticated(mayWriteOrders);
    }

    /** True when it is over for good. */
    boolean isEnded() {
        return ended;
    }

    /** What was told last of a change. */
    String lastReason() {
        return lastReason;
    }

    /** How many channels are wanted of this connection, the account's left out. */
    @Override
    public int channels() {
        return subscriptions.size();
    }

    /** Begins the next connection. */
    void connecting() {
        isPreviousGone = isGone;
        isGone = false;
        long number = connection + 1; // the loop alone writes it
        connection = number;
        become(SessionState.CONNECTING, "connection " + number);
    }

    /** Comes into another state, and tells it. */
    void become(SessionState next, String reason) {
        if (state == next) {
            return;
        }
        if (!state.canBecome(next)) {
            throw new IllegalStateException("session cannot become " + next + " from " + state);
        }
        SessionState previous = state;
        state = next;
        lastReason = reason;
        times.onStep();
        if (next == SessionState.DISCONNECTED) {
            authenticated = false;
        } else if (next == SessionState.LIVE) {
            everLive = true;
        }
        listener.onEntered(previous, next);
        teller.tell(this, previous, 0, reason);
    }

    /** Tells something that a person should know and that changes no state. */
    void tell(int code, String text) {
        teller.tell(this, state, code, text);
    }

    /** Gives the connection up; a new one follows. */
    void drop(String reason) {
        if (state != SessionState.DISCONNECTED) {
            become(SessionState.DISCONNECTED, reason);
            listener.onDropped();
        }
    }

    /** The run ends while there is a connection, or an attempt at one. */
    void closing() {
        closedAtEnd = state != SessionState.DISCONNECTED;
        become(SessionState.DISCONNECTED, "the run ends");
    }

    /** It is closed as asked; the owner is told once. */
    void closed() {
        if (!closed) {
            closed = true;
            ended = true;
            owner.onClosed();
        }
    }

    /** The venue refuses us: the end before the first LIVE, a new attempt after it. */
    void refused(String reason) {
        if (!everLive && role.isPrimary()) {
            end(reason, owner.outcome()::onUnreachable);
        }
        drop(reason);
    }

    /** The venue cannot be reached in time. */
    void unreachable(String reason) {
        end(reason, owner.outcome()::onUnreachable);
        drop(reason);
    }

    /** The venue knows none of our symbols. */
    void nothingSubscribed(String reason) {
        if (!everLive) {
            end(reason, owner.outcome()::onNothingSubscribed);
        }
        drop(reason);
    }

    private void end(String reason, Consumer<String> outcome) {
        if (!ended) {
            ended = true;
            outcome.accept(reason);
        }
    }

    /** Takes whether the venue refused all channels; true when no session at all hears anything. */
    boolean isDeaf(boolean none) {
        deaf = none;
        return none && owner.isEverySessionDeaf();
    }

    /** As it was found last; true, too, for one that has nothing to hear. */
    boolean isDeaf() {
        return deaf || channels() == 0;
    }
}
