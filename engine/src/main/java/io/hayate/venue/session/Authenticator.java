package io.hayate.venue.session;

import io.hayate.venue.account.Membership;
import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.order.AccountSnapshots;
import io.hayate.venue.order.CancelRequests;
import io.hayate.venue.wire.ErrorAnswer;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lets a connection into an account whose secret it knows, and out again.
 *
 * <pre>{"event":"auth","apiKey":"..","authSig":"..","authNonce":17..,"authPayload":"AUTH17.."}</pre>
 */
public final class Authenticator {
    private static final String ALGORITHM = "HmacSHA384";
    private static final long NONCE_MAX = (1L << 53) - 1;
    private static final int USER_ID = 1_000_001;
    private static final String[][] CAPABILITIES = {
        {"bfxpay", "0", "0"},
        {"orders", "1", "1"},
        {"account", "1", "0"},
        {"funding", "1", "0"},
        {"history", "1", "0"},
        {"wallets", "1", "0"},
        {"settings", "1", "0"},
        {"withdraw", "0", "0"},
        {"positions", "1", "0"},
        {"ui_withdraw", "0", "0"}
    };

    private final Map<String, VenueAccount> accounts;
    private final AccountSnapshots snapshots;
    private final CancelRequests cancels;
    private final VenueIds ids;
    private final ClientNews news;
    private long successes;

    /**
     * The door to these accounts.
     *
     * @param accounts by their keys
     */
    public Authenticator(
            Map<String, VenueAccount> accounts,
            AccountSnapshots snapshots,
            CancelRequests cancels,
            VenueIds ids,
            ClientNews news) {
        this.accounts = accounts;
        this.snapshots = snapshots;
        this.cancels = cancels;
        this.ids = ids;
        this.news = news;
    }

    void authenticate(VenueSession session, Fields request) {
        VenueAccount account = accounts.get(String.valueOf(request.text("apiKey")));
        long nonce = request.whole("authNonce");
        String payload = request.text("authPayload");
        if (session.membership() != null) {
            refuse(session, ErrorAnswer.AUTHENTICATION, "auth: dup");
        } else if (account == null) {
            refuse(session, ErrorAnswer.AUTHENTICATION, "apikey: invalid");
        } else if (payload == null || !payload.startsWith("AUTH" + nonce)) {
            refuse(session, ErrorAnswer.PAYLOAD, "payload: invalid");
        } else if (!isSigned(account.secret(), payload, request.text("authSig"))) {
            refuse(session, ErrorAnswer.AUTHENTICATION, "apikey: digest invalid");
        } else if (!Membership.isFilter(request.get("filter"))) {
            refuse(session, ErrorAnswer.AUTHENTICATION, "filter: invalid");
        } else if (nonce > NONCE_MAX) {
            refuse(session, ErrorAnswer.NONCE, "nonce: invalid");
        } else if (!account.useNonce(nonce)) {
            refuse(session, ErrorAnswer.NONCE, "nonce: small");
        } else {
            admit(session, account, request);
        }
    }

    private static boolean isSigned(String secret, String payload, String signature) {
        if (signature == null) {
            return false;
        }
        byte[] expected = sign(secret, payload).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    private static String sign(String secret, String payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private void refuse(VenueSession session, int code, String message) {
        JsonText answer = new JsonText().openObject().key("event").text("auth");
        answer.key("status").text("FAILED").key("chanId").whole(0);
        session.writer()
                .event(answer.key("code").whole(code).key("msg").text(message).closeObject());
        news.authenticationRefused(session, message);
        session.onAuthFailure();
    }

    private void admit(VenueSession session, VenueAccount account, Fields request) {
        session.writer().event(success(request));
        Membership membership = Membership.of(session, account, request);
        session.membership(membership);
        account.feed().join(membership);
        news.authenticated(session);
        snapshots.send(membership);
    }

    private JsonText success(Fields request) {
        JsonText answer = new JsonText().openObject().key("event").text("auth");
        answer.key("status").text("OK").key("chanId").whole(0).key("userId").whole(USER_ID);
        if (request.has("subId")) {
            answer.key("subId").value(request.get("subId"));
        }
        answer.key("auth_id").text(ids.uuid("auth " + ++successes).toString());
        answer.key("caps").openObject();
        for (String[] area : CAPABILITIES) {
            answer.key(area[0]).openObject().key("read").whole(Long.parseLong(area[1]));
            answer.key("write").whole(Long.parseLong(area[2])).closeObject();
        }
        return answer.closeObject().closeObject();
    }

    /** The connection leaves its account, if it is in one; with the dead man's switch its orders go. */
    void leave(VenueSession session) {
        Membership member = session.membership();
        if (member == null) {
            return;
        }
        session.membership(null);
        member.account().feed().leave(member);
        if (member.deadManSwitch()) {
            cancels.cancelAllOf(member);
        }
    }
}
