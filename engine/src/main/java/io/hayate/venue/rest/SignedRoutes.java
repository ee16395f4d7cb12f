package io.hayate.venue.rest;

import io.hayate.venue.PermissionArea;
import io.hayate.venue.account.AccountAccess;
import io.hayate.venue.account.VenueAccounts;
import io.hayate.venue.matching.AccountInputs;
import io.hayate.venue.matching.OrderRecords;
import io.hayate.venue.session.RefusedInputs;
import io.hayate.venue.wire.Fields;
import java.util.List;
import org.agrona.concurrent.EpochClock;

/** Version 2 with a signature: what an account has and does. */
public final class SignedRoutes {
    private final RestAuthentication authentication;
    private final RecordAnswers records;
    private final AccountAnswers account;
    private final OrderAnswers orders;
    private final TokenAnswers tokens;

    /**
     * Tells of these accounts.
     *
     * @param inputs takes orders, of whichever way they come
     */
    public SignedRoutes(
            VenueAccounts accounts,
            OrderRecords records,
            AccountInputs inputs,
            RefusedInputs refused,
            EpochClock clock) {
        authentication = new RestAuthentication(accounts);
        this.records = new RecordAnswers(records);
        account = new AccountAnswers();
        orders = new OrderAnswers(inputs, refused, clock);
        tokens = new TokenAnswers(accounts.tokens());
    }

    /**
     * The answer, or null when the path leads nowhere.
     *
     * @param path behind {@code auth}
     */
    RestResponse answer(RestRequest request, List<String> path) {
        if (!request.method().equals("POST") || path.size() < 2) {
            return null;
        }
        RestAuthentication.Outcome outcome = authentication.authenticate(request);
        if (outcome.refusal() != null) {
            return outcome.refusal();
        }
        Fields fields = request.fields();
        if (fields == null) {
            return RestResponse.invalid("body");
        }
        List<String> words = path.subList(1, path.size());
        return switch (path.get(0)) {
            case "r" -> read(outcome.access(), words, fields);
            case "w" -> write(outcome.access(), words, fields);
            default -> null;
        };
    }

    private RestResponse read(AccountAccess access, List<String> words, Fields fields) {
        PermissionArea area =
                switch (words.get(0)) {
                    case "orders", "order", "trades" -> PermissionArea.ORDERS;
                    case "wallets" -> PermissionArea.WALLETS;
                    case "positions" -> PermissionArea.POSITIONS;
                    case "funding" -> PermissionArea.FUNDING;
                    case "info", "summary" -> PermissionArea.ACCOUNT;
                    default -> null; // permissions, and what is not there
                };
        if (area != null && !access.mayRead(area)) {
            return denied();
        }
        return switch (words.get(0)) {
            case "orders", "order", "trades", "positions" ->
                    records.answer(access.account(), words, fields);
            default -> account.answer(access, words);
        };
    }

    private RestResponse write(AccountAccess access, List<String> words, Fields fields) {
        return switch (words.get(0)) {
            case "order" -> orders.answer(access, words.subList(1, words.size()), fields);
            case "token" -> tokens.answer(access, words, fields);
            default -> null;
        };
    }

    /** The key may not do this. */
    static RestResponse denied() {
        return RestResponse.error(
                RestResponse.REFUSED, AccountAccess.DENIED_CODE, AccountAccess.DENIED);
    }
}
