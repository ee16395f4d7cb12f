package io.hayate.venue.rest;

import io.hayate.venue.account.AccountAccess;
import io.hayate.venue.account.Membership;
import io.hayate.venue.account.Notification;
import io.hayate.venue.matching.AccountInputs;
import io.hayate.venue.session.RefusedInputs;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonReader;
import io.hayate.venue.wire.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.agrona.concurrent.EpochClock;

/**
 * Orders by REST: the inputs of the socket, carried out by the same code, so that sockets hear of
 * them. The answer is the notification; where it is about a new order its row is in one more list.
 *
 * <pre>
 * submit {..}   [MTS,"on-req",null,null,[[ORDER]],null,"SUCCESS","Submitting .."]
 * multi {"ops":[["on",{..}],["oc",{..}]]}   [MTS,"ox_multi-req",null,null,[[..],[..]],..]
 * </pre>
 */
final class OrderAnswers {
    private static final List<String> OPERATIONS = List.of("on", "ou", "oc", "oc_multi");
    private static final String MANY = "ox_multi";
    private static final int OPERATIONS_MAX = 75;
    private static final int INFO = 4;
    private static final int STATUS = 6;
    private static final int TEXT = 7;

    private final AccountInputs inputs;
    private final RefusedInputs refused;
    private final EpochClock clock;

    OrderAnswers(AccountInputs inputs, RefusedInputs refused, EpochClock clock) {
        this.inputs = inputs;
        this.refused = refused;
        this.clock = clock;
    }

    /** What the socket calls what this path does; null when it leads nowhere. */
    static String input(List<String> words) {
        return switch (String.join("/", words)) {
            case "submit" -> "on";
            case "update" -> "ou";
            case "cancel" -> "oc";
            case "cancel/multi" -> "oc_multi";
            case "multi" -> MANY;
            default -> null;
        };
    }

    /** What the socket calls the answers to this input. */
    static List<String> answers(String input, Fields fields) {
        Set<String> answers = new LinkedHashSet<>(List.of(input + "-req"));
        List<Operation> operations = input.equals(MANY) ? operations(fields.get("ops")) : List.of();
        if (operations != null) {
            operations.forEach(operation -> answers.add(operation.type() + "-req"));
        }
        return List.copyOf(answers);
    }

    /** Carries out this input and answers it. */
    RestResponse answer(AccountAccess access, String input, Fields fields) {
        return input.equals(MANY) ? many(access, fields) : one(access, input, fields);
    }

    private RestResponse one(AccountAccess access, String type, Fields fields) {
        RestReply reply = carryOut(access, List.of(new Operation(type, fields.members())));
        if (reply.isGone()) {
            return RestResponse.none();
        } else if (reply.answers().isEmpty()) {
            return RestResponse.invalid("body");
        }
        List<Object> answer = read(reply.answers().get(0));
        return isSuccess(answer)
                ? RestResponse.ok(new JsonText().value(answer))
                : RestResponse.error(
                        RestResponse.REFUSED, RestResponse.GENERAL, (String) answer.get(TEXT));
    }

    /** One thing to do, as the socket has it. */
    private record Operation(String type, Object payload) {}

    private RestReply carryOut(AccountAccess access, List<Operation> operations) {
        RestReply reply = new RestReply(access.account().name());
        Membership member = Membership.of(reply, access, Fields.of(new LinkedHashMap<>()));
        for (Operation operation : operations) {
            if (refused.isAllowed(member, operation.type(), operation.payload())) {
                inputs.onInput(member, operation.type(), operation.payload());
            }
        }
        return reply;
    }

    private RestResponse many(AccountAccess access, Fields fields) {
        List<Operation> operations = operations(fields.get("ops"));
        if (operations == null) {
            return RestResponse.invalid("ops");
        }
        RestReply reply = carryOut(access, operations);
        if (reply.isGone()) {
            return RestResponse.none();
        }
        JsonText out = new JsonText().openArray().whole(clock.time()).text("ox_multi-req");
        out.nulls(2).openArray();
        reply.answers().forEach(answer -> out.value(read(answer)));
        out.closeArray().nul().text("SUCCESS");
        out.text("Submitting " + operations.size() + " order operations.");
        return RestResponse.ok(out.closeArray());
    }

    /** What is to be done, in its order; null for what is no list of operations. */
    private static List<Operation> operations(Object given) {
        if (!(given instanceof List<?> list) || list.isEmpty() || list.size() > OPERATIONS_MAX) {
            return null;
        }
        List<Operation> operations = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof List<?> pair)
                    || pair.size() != 2
                    || !(pair.get(0) instanceof String type)
                    || !OPERATIONS.contains(type)
                    || Fields.of(pair.get(1)) == null) {
                return null;
            }
            operations.add(new Operation(type, pair.get(1)));
        }
        return operations;
    }

    private static boolean isSuccess(List<?> answer) {
        return "SUCCESS".equals(answer.get(STATUS));
    }

    /** The elements of a notification; the row of a new order is in one more list. */
    private static List<Object> read(Notification notification) {
        try {
            List<?> elements = (List<?>) JsonReader.read(notification.body().toString());
            List<Object> answer = new ArrayList<>(elements);
            if ("on-req".equals(answer.get(1))) {
                List<Object> rows = new ArrayList<>();
                rows.add(answer.get(INFO));
                answer.set(INFO, rows);
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException("a notification is JSON", e);
        }
    }
}
