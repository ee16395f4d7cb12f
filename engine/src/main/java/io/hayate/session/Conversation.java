package io.hayate.session;

import io.hayate.codec.ControlMessage;
import io.hayate.intake.Subscription;
import io.hayate.intake.Subscriptions;
import io.hayate.model.Channel;
import io.hayate.model.Counts;
import io.hayate.model.SessionState;

/**
 * What is said and answered on one connection: info, auth, subscribe, and the venue's own news.
 *
 * <p>Loop thread. Control events are rare; their texts may allocate.
 */
final class Conversation {
    private static final int PROTOCOL_VERSION = 2;
    private static final int STOPPING = 20051;
    private static final int MAINTENANCE_STARTS = 20060;
    private static final int MAINTENANCE_ENDS = 20061;
    private static final String OK = "OK";
    private static final String READ_ONLY =
            "the key is accepted, but may not write orders: none leaves";
    private static final String WITHDRAWS =
            "warning: money may be withdrawn by this key; trading needs no such permission";
    private static final String UNCLEAR = "the venue's answer to %s was not understood: no status";

    private final SessionLife life;
    private final SessionSetup setup;
    private final Subscriptions subscriptions;
    private final ChannelDesk channels;
    private final Requests requests;
    private final Pings pings;
    private final Authentication authentication;

    private boolean maintenance;
    private boolean confRetried;

    Conversation(
            SessionLife life,
            SessionSetup setup,
            Subscriptions subscriptions,
            ChannelDesk channels,
            Requests requests,
            Pings pings) {
        this.pings = pings;
        this.life = life;
        this.setup = setup;
        this.subscriptions = subscriptions;
        this.channels = channels;
        this.requests = requests;
        authentication = new Authentication(life, setup, requests);
    }

    void onControl(ControlMessage message) {
        switch (message.kind()) {
            case INFO -> onInfo(message);
            case AUTH -> onAuth(message);
            case SUBSCRIBED -> {
                channels.answers().onSubscribed(message);
                checkLive();
            }
            case UNSUBSCRIBED -> channels.answers().onUnsubscribed(message);
            case ERROR -> onError(message);
            case CONF -> onConf(message);
            case PONG -> pings.onPong(message);
            case UNAUTH, OTHER -> {} // not asked for
        }
    }

    /** How the account is asked for. */
    Authentication authentication() {
        return authentication;
    }

    /** What an overdue answer of this state belongs to, for a message. */
    String awaited(SessionState state) {
        Subscription waiting = subscriptions.firstUnanswered();
        return switch (state) {
            case CONNECTING -> "the connection: the venue sent no info";
            case AUTHENTICATING -> authentication.awaited();
            case SUBSCRIBING -> waiting == null ? "subscribe" : "subscribe of the " + name(waiting);
            case LIVE, PAUSED, DISCONNECTED -> "";
        };
    }

    private void onInfo(ControlMessage message) {
        if (message.code() != 0) {
            onNews(message);
        } else if (life.state() == SessionState.CONNECTING) {
            onWelcome(message);
        }
    }

    private void onWelcome(ControlMessage message) {
        if (message.version() != PROTOCOL_VERSION) {
            boolean isNamed = message.version() >= 0;
            life.refused(
                    isNamed
                            ? "the venue speaks version "
                                    + message.version()
                                    + " of the protocol, not 2"
                            : "the venue's info names no version of the protocol; it must be 2");
            return;
        }
        maintenance = message.platformStatus() == 0;
        channels.maintenance(maintenance);
        authentication.onWelcome();
        confRetried = false;
        requests.conf(
                setup.scope()
                        .config()
                        .bulkUpdates()); // a venue may leave it unanswered: nothing waits for it
        if (!authentication.isWanted()) {
            subscribe(count(subscriptions.size()));
        } else {
            authenticate("with the key");
        }
    }

    private void onNews(ControlMessage message) {
        String text = message.said();
        switch (message.code()) {
            case STOPPING -> life.drop("the venue stops: " + text);
            case MAINTENANCE_STARTS -> pause("maintenance: " + text);
            case MAINTENANCE_ENDS -> goOn("maintenance is over: " + text);
            default -> life.tell(message.code(), text);
        }
    }

    private void pause(String reason) {
        channels.maintenance(true);
        if (life.state() == SessionState.CONNECTING) {
            life.tell(MAINTENANCE_STARTS, reason); // the welcome is still to say how things are
        } else {
            life.become(SessionState.PAUSED, reason);
        }
    }

    private void onConf(ControlMessage message) {
        if (isUnclear(message)) {
            life.tell(
                    message.code(),
                    UNCLEAR.formatted("conf")
                            + (confRetried
                                    ? "; frames may come without numbers"
                                    : "; it is asked again"));
            askConfAgain();
        } else if (!message.status().equals(OK)) {
            life.tell(message.code(), "the venue refused conf: " + message.said());
        }
    }

    private void askConfAgain() {
        if (!confRetried) {
            confRetried = true;
            requests.conf(setup.scope().config().bulkUpdates());
        }
    }

    /** An answer that says neither yes nor no is no refusal. */
    private static boolean isUnclear(ControlMessage message) {
        return message.status().isEmpty() && message.message().isEmpty() && message.code() == 0;
    }

    private void authenticate(String reason) {
        life.become(SessionState.AUTHENTICATING, reason);
        authentication.request();
    }

    private void onAuth(ControlMessage message) {
        if (!isAccountAwaited()) {
            return;
        }
        if (message.status().equals(OK)) {
            onAccount(message);
        } else if (isUnclear(message)) {
            life.drop(UNCLEAR.formatted("auth")); // the next connection may be told in words
        } else {
            authentication.onRefused(message);
        }
    }

    /** Maintenance may begin between our request and the answer. */
    private boolean isAccountAwaited() {
        SessionState state = life.state();
        return state == SessionState.AUTHENTICATING
                || (state == SessionState.PAUSED && authentication.isMissing());
    }

    /** A venue that does not say what the key may do refuses, where it may not, each order itself. */
    private void onAccount(ControlMessage message) {
        authentication.onAccepted();
        boolean mayWrite = !message.hasCaps() || message.mayWriteOrders();
        life.authenticated(mayWrite);
        if (message.mayWithdraw()) {
            life.tell(0, WITHDRAWS);
        }
        String accepted = mayWrite ? "the key is accepted" : READ_ONLY;
        if (life.state() == SessionState.PAUSED) {
            life.tell(0, accepted);
        } else {
            boolean alone = subscriptions.size() == 0;
            subscribe(accepted + (alone ? "" : "; " + count(subscriptions.size())));
        }
    }

    private void subscribe(String reason) {
        life.become(SessionState.SUBSCRIBING, reason);
        channels.askAll();
        checkLive();
    }

    private void goOn(String reason) {
        maintenance = false;
        channels.maintenance(false);
        SessionState state = life.state();
        if (state != SessionState.PAUSED && state != SessionState.LIVE) {
            return;
        }
        if (authentication.isMissing()) {
            authenticate(reason); // nothing is subscribed yet: that follows the answer
        } else {
            resubscribe(reason);
        }
    }

    private void resubscribe(String reason) {
        channels.startAnew(reason);
        subscribe(reason);
    }

    private void onError(ControlMessage message) {
        if (!channels.answers().onError(message)) {
            life.tell(message.code(), "the venue refused a request: " + message.said());
        }
        checkLive();
    }

    /** Asks for the account when the nonce for it is there, and looks for the end; once a tick. */
    void onTick() {
        if (isAccountAwaited()) {
            authentication.onTick();
        }
        checkLive();
    }

    /** Comes live once every subscription is answered. */
    void checkLive() {
        if (life.state() != SessionState.SUBSCRIBING || !subscriptions.isEveryAnswered()) {
            return;
        }
        boolean none = subscriptions.size() > 0 && subscriptions.subscribed() == 0;
        if (life.isDeaf(none)) {
            life.nothingSubscribed("the venue knows none of the symbols asked for");
        } else if (maintenance) {
            life.become(SessionState.PAUSED, "the venue is in maintenance");
        } else {
            life.become(SessionState.LIVE, whatComes());
        }
    }

    /** What a connection brings: {@code 2 tickers, with the account}. */
    private String whatComes() {
        if (!life.role().isPrimary()) {
            return count(subscriptions.subscribed());
        }
        String channels = subscriptions.size() == 0 ? "" : count(subscriptions.subscribed()) + ", ";
        return channels + account();
    }

    /** Of channels of one kind: {@code 2 tickers}. */
    private String count(int count) {
        boolean tickersAlone = true;
        for (int i = 0; i < subscriptions.size(); i++) {
            tickersAlone &= subscriptions.get(i).channel().kind() == Channel.TICKER;
        }
        return Counts.of(count, tickersAlone ? "ticker" : "channel");
    }

    private String account() {
        return life.isAuthenticated() ? "with the account" : "no account";
    }

    private static String name(Subscription subscription) {
        return subscription.channel().displayName();
    }
}
