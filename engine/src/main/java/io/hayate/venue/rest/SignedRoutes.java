package io.hayate.venue.rest;

import io.hayate.venue.PermissionArea;
import io.hayate.venue.account.AccountAccess;
import io.hayate.venue.account.VenueAccounts;
import io.hayate.venue.matching.AccountInputs;
import io.hayate.venue.matching.OrderRecords;
import io.hayate.venue.session.RefusedInputs;
import io.hayate.venue.wire.Fields;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.concurrent.EpochClock;

/** Version 2 with a signature: what an account has and does. */
public final class SignedRoutes {
    private final RestAuthentication authentication;
    private final RecordAnswers records;
    private final AccountAnswers account;
    private final OrderAnswers orders;
    private final TokenAnswers tokens;
    private final OrderGate gate;

    /**
     * Tells of these accounts.
     *
     * @param inputs takes orders, of whichever way they come
     * @param gate stands before it
     */
    public SignedRoutes(
            VenueAccounts accounts,
            OrderRecords records,
            AccountInputs inputs,
            RefusedInputs refused,
            EpochClock clock,
            OrderGate gate) {
        this.gate = gate;
        authentication = new RestAuthentication(accounts);
        this.records = new RecordAnswers(records);
        account = new AccountAnswers();
        orders = new OrderAnswers(inputs, refused, clock);
        tokens = new TokenAnswers(accounts.tokens());
    }

    /**
     * Answers a request.
     *
     * @param path behind {@code auth}
     * @param answer is called once, now or later, or never
     */
    void answer(RestRequest request, List<String> path, Consumer<RestResponse> answer) {
        if (!request.method().equals("POST") || path.size() < 2) {
            answer.accept(RestResponse.notFound());
            return;
        }
        RestAuthentication.Outcome outcome = authentication.authenticate(request);
        Fields fields = request.fields();
        if (outcome.refusal() != null) {
            answer.accept(outcome.refusal());
        } else if (fields == null) {
            answer.accept(RestResponse.invalid("body"));
        } else if (path.get(0).equals("w") && path.get(1).equals("order")) {
            String input = OrderAnswers.input(path.subList(2, path.size()));
            order(request, outcome.access(), input, fields, answer);
        } else {
            RestResponse response = answer(outcome.access(), path, fields);
            answer.accept(response == null ? RestResponse.notFound() : response);
        }
    }

    private void order(
            RestRequest request,
            AccountAccess access,
            String input,
            Fields fields,
            Consumer<RestResponse> answer) {
        if (input == null) {
            answer.accept(RestResponse.notFound());
            return;
        }
        OrderGate.RestOrder order =
                new OrderGate.RestOrder(
                        access.account().name(),
                        input,
                        fields.text("symbol"),
                        OrderAnswers.answers(input, fields),
                        request.method() + " " + request.path() + " " + request.body());
        gate.pass(order, () -> orders.answer(access, input, fields), answer);
    }

    private RestResponse answer(AccountAccess access, List<String> path, Fields fields) {
        List<String> words = path.subList(1, path.size());
        return switch (path.get(0)) {
            case "r" -> read(access, words, fields);
            case "w" -> words.get(0).equals("token") ? tokens.answer(access, words, fields) : null;
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

    /** The key may not do this. */
    static RestResponse denied() {
        return RestResponse.error(
                RestResponse.REFUSED, AccountAccess.DENIED_CODE, AccountAccess.DENIED);
    }
}
