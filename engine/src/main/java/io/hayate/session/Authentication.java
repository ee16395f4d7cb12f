package io.hayate.session;

import io.hayate.codec.ControlMessage;
import io.hayate.model.Counts;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Has the venue let us into the account, on each connection anew. A nonce that the venue finds small is
 * tried larger a few times; a key that is refused on several connections in a row, though it was accepted
 * before, is not tried any more: trading is halted then, until a person asks for another attempt. Loop
 * thread; texts may allocate.
 */
final class Authentication {
    private static final int NONCE_SMALL = 10114;
    private static final int NONCE_RETRIES_MAX = 3;
    private static final int REFUSALS_MAX = 5;
    private static final int CANCEL_ON_DISCONNECT = 4;
    private static final long NEVER = Long.MIN_VALUE;
    private static final String OTHER_WRITER =
            "another process trades with this key: the venue knows a nonce larger than ours";

    private static final long LOOK_MAX_NS = TimeUnit.SECONDS.toNanos(3);

    private final SessionLife life;
    private final SessionAccount account;
    private final SessionTime time;
    private final Requests requests;
    private final AuthSigner signer; // null on a connection without account

    private int nonceRetries;
    private boolean nonceAwaited;
    private long nonce;
    private boolean everAccepted;
    private int refusals; // of connections in a row
    private boolean givenUp;
    private boolean asksDeadMan; // what was asked for last
    private long lookedForNs = NEVER; // since when that is awaited

    Authentication(SessionLife life, SessionSetup setup, Requests requests) {
        this.life = life;
        this.requests = requests;
        account = setup.account();
        time = setup.time();
        boolean isOfAccount = life.role().carriesAccount();
        signer = isOfAccount ? new AuthSigner(account.credentials().apiSecret()) : null;
    }

    /** True on a connection that is to be the account's. */
    boolean isWanted() {
        return signer != null && !givenUp;
    }

    /** True once a key that was refused too often is not tried any more. */
    boolean hasGivenUp() {
        return givenUp;
    }

    /** A person wants another attempt. */
    void tryAgain() {
        givenUp = false;
        refusals = 0;
    }

    /** True while the account is wanted and not ours. */
    boolean isMissing() {
        return isWanted() && !life.isAuthenticated();
    }

    /** What of it is awaited, for a message. */
    String awaited() {
        return nonceAwaited ? "the request for a nonce" : "auth";
    }

    /** A connection begins. */
    void onWelcome() {
        nonceRetries = 0;
        nonceAwaited = false;
    }

    /** Asks for the account if the nonce for that was awaited and is there. */
    void onTick() {
        if (nonceAwaited) {
            request();
        }
    }

    /** Asks for the account as soon as there is a nonce, and it is known with the dead-man switch or without. */
    void request() {
        if (isLookAwaited()) {
            nonceAwaited = true; // its own is to be larger than the look's
            return;
        }
        NonceSource nonces = account.nonces();
        nonce = nonces.next(TimeUnit.MILLISECONDS.toMicros(time.epoch().time()));
        nonceAwaited = nonce == NonceSource.NONE;
        if (nonceAwaited) {
            if (!nonces.isAwaited()) {
                life.drop(nonces.shortage()); // market data has other connections; trying on
            }
            return;
        }
        String signature = signer.sign(AuthSigner.payload(nonce));
        asksDeadMan = account.deadManSwitch() && account.standing().deadMan().mayArm();
        int deadManSwitch = asksDeadMan ? CANCEL_ON_DISCONNECT : 0;
        requests.auth(account.credentials().apiKey(), signature, nonce, deadManSwitch);
    }

    /** Whether others have open orders is waited for, but not long: a connection tells it, too. */
    private boolean isLookAwaited() {
        if (!account.deadManSwitch() || !account.standing().deadMan().isLookAwaited()) {
            return false;
        }
        long nowNs = time.nano().nanoTime();
        lookedForNs = lookedForNs == NEVER ? nowNs : lookedForNs;
        return nowNs - lookedForNs < LOOK_MAX_NS;
    }

    /** The venue has accepted the key. */
    void onAccepted() {
        account.nonces().onTaken();
        account.standing().onDeadManArmed(asksDeadMan);
        everAccepted = true;
        refusals = 0;
    }

    /** The venue has refused the key: it is tried again here, on another connection, or not any more. */
    void onRefused(ControlMessage message) {
        boolean isSmall = isNonceSmall(message);
        if (isSmall && everAccepted && !account.nonces().isOvertaken(nonce)) {
            haltOnOtherWriter(message.code());
        }
        if (isSmall && nonceRetries < NONCE_RETRIES_MAX) {
            nonceRetries++;
            account.nonces().onTooSmall();
            life.tell(message.code(), "the venue knows a larger nonce; trying a new one");
            request();
            return;
        }
        String hint = isSmall ? "; does another program use it?" : "";
        String reason = "the venue refused the key: " + message.said() + hint;
        refusals += everAccepted ? 1 : 0;
        if (refusals >= REFUSALS_MAX) {
            giveUp(message.code(), message.said());
        }
        life.refused(reason);
    }

    /** Our own numbers rise: only somebody else can have used a larger one. */
    private void haltOnOtherWriter(int code) {
        if (account.halt().onOtherWriter(OTHER_WRITER)) {
            life.tell(code, "trading is halted: " + OTHER_WRITER);
        }
    }

    private void giveUp(int code, String said) {
        givenUp = true;
        String cause =
                "the venue refused the key on "
                        + Counts.of(REFUSALS_MAX, "connection")
                        + " in a row: "
                        + said;
        account.halt().begin(cause);
        life.tell(code, "trading is halted, " + cause + "; reconnect tries again");
    }

    private static boolean isNonceSmall(ControlMessage message) {
        return message.code() == NONCE_SMALL
                || message.message().toLowerCase(Locale.ROOT).contains("nonce");
    }
}
