package io.hayate.venue.session;

import io.hayate.venue.PermissionArea;
import io.hayate.venue.account.AccountAccess;
import io.hayate.venue.account.AccountFilter;
import io.hayate.venue.account.Membership;
import io.hayate.venue.account.Nonce;
import io.hayate.venue.account.VenueAccounts;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.matching.AccountSnapshots;
import io.hayate.venue.wire.ErrorAnswer;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;

/**
 * Lets a connection into an account whose secret, or a token of which, it knows, and out again.
 *
 * <pre>{"event":"auth","apiKey":"..","authSig":"..","authNonce":17..,"authPayload":"AUTH17.."}</pre>
 */
public final class Authenticator {
    private final VenueAccounts accounts;
    private final AccountSnapshots snapshots;
    private final DeadManSwitch deadManSwitch;
    private final VenueIds ids;
    private final ClientNews news;
    private long successes;

    /** The door to these accounts. */
    public Authenticator(
            VenueAccounts accounts,
            AccountSnapshots snapshots,
            DeadManSwitch deadManSwitch,
            VenueIds ids,
            ClientNews news) {
        this.accounts = accounts;
        this.snapshots = snapshots;
        this.deadManSwitch = deadManSwitch;
        this.ids = ids;
        this.news = news;
    }

    void authenticate(VenueSession session, Fields request) {
        if (session.membership() != null) {
            refuse(session, ErrorAnswer.AUTHENTICATION, "auth: dup");
        } else if (!AccountFilter.isValid(request.get("filter"))) {
            refuse(session, ErrorAnswer.AUTHENTICATION, "filter: invalid");
        } else if (request.has("token")) {
            authenticateByToken(session, request);
        } else {
            authenticateByKey(session, request);
        }
    }

    private void authenticateByToken(VenueSession session, Fields request) {
        AccountAccess access = accounts.tokens().find(request.text("token"));
        if (access == null) {
            refuse(session, ErrorAnswer.AUTHENTICATION, "token: invalid");
        } else {
            admit(session, access, request);
        }
    }

    private void authenticateByKey(VenueSession session, Fields request) {
        AccountAccess access = accounts.find(request.text("apiKey"));
        Nonce nonce = Nonce.of(request.get("authNonce"));
        String payload = request.text("authPayload");
        if (access == null) {
            refuse(session, ErrorAnswer.AUTHENTICATION, "apikey: invalid");
        } else if (payload == null || nonce == null || !nonce.begins(payload)) {
            refuse(session, ErrorAnswer.PAYLOAD, "payload: invalid");
        } else if (!access.key().isSigned(payload, request.text("authSig"))) {
            refuse(session, ErrorAnswer.AUTHENTICATION, "apikey: digest invalid");
        } else if (!access.key().useNonce(nonce)) {
            refuse(session, ErrorAnswer.NONCE, "nonce: small");
        } else {
            admit(session, access, request);
        }
    }

    /** Answers that the client is not let in. */
    void refuse(VenueSession session, int code, String message) {
        JsonText answer = new JsonText().openObject().key("event").text("auth");
        answer.key("status").text("FAILED").key("chanId").whole(0);
        session.writer()
                .event(answer.key("code").whole(code).key("msg").text(message).closeObject());
        news.authenticationRefused(session, message);
        session.onAuthFailure();
    }

    private void admit(VenueSession session, AccountAccess access, Fields request) {
        session.writer().event(success(access, request));
        session.writer().exit().account(access.account().name());
        Membership membership = Membership.of(session, access, request);
        session.membership(membership);
        access.account().feed().join(membership);
        news.authenticated(session, access.account().name());
        snapshots.send(membership);
    }

    private JsonText success(AccountAccess access, Fields request) {
        JsonText answer = new JsonText().openObject().key("event").text("auth");
        answer.key("status").text("OK").key("chanId").whole(0);
        answer.key("userId").whole(access.account().userId());
        if (request.has("subId")) {
            answer.key("subId").value(request.get("subId"));
        }
        answer.key("auth_id").text(ids.uuid("auth " + ++successes).toString());
        answer.key("caps").openObject();
        for (PermissionArea area : PermissionArea.values()) {
            answer.key(area.word()).openObject().key("read").whole(access.mayRead(area) ? 1 : 0);
            answer.key("write").whole(access.mayWrite(area) ? 1 : 0).closeObject();
        }
        return answer.closeObject().closeObject();
    }

    /**
     * The connection leaves its account, if it is in one; with the dead man's switch its orders go.
     *
     * @param withWord false for a connection that is gone without a farewell
     */
    void leave(VenueSession session, boolean withWord) {
        Membership member = session.membership();
        if (member != null) {
            session.membership(null);
            session.writer().exit().account(null);
            member.account().forget(member);
            deadManSwitch.onEnd(member, withWord);
        }
    }
}
