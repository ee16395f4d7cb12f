package io.hayate.venue.rest;

import io.hayate.venue.account.AccountClient;
import io.hayate.venue.account.Notification;
import io.hayate.venue.wire.JsonText;
import java.util.ArrayList;
import java.util.List;

/** Who asks for one thing by REST, as its account sees it: hears the answers to its own request. */
final class RestReply implements AccountClient {
    private final String name;
    private final List<Notification> answers = new ArrayList<>();
    private boolean gone;

    /**
     * Hears nothing yet.
     *
     * @param name of the account
     */
    RestReply(String name) {
        this.name = name;
    }

    @Override
    public String account() {
        return name;
    }

    /** None of the connections. */
    @Override
    public long number() {
        return 0;
    }

    @Override
    public void account(String type, JsonText body, long accountSequence) {}

    @Override
    public void notification(Notification answer, long accountSequence) {
        if (!gone) {
            answers.add(answer);
        }
    }

    @Override
    public void mute() {
        gone = true;
    }

    @Override
    public void drop() {
        gone = true;
    }

    /** The answers in the order in which they were given. */
    List<Notification> answers() {
        return answers;
    }

    /** True when the connection is to end without an answer. */
    boolean isGone() {
        return gone;
    }
}
