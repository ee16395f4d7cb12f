package io.hayate.guard;

import io.hayate.guard.KillTargets.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request to cancel by REST.
 *
 * <pre>
 * order/cancel         {"id":1} or {"cid":1,"cid_date":"2026-10-12"}
 * order/cancel/multi   {"id":[1,2]}, {"cid":[[1,"2026-10-12"]]} or {"all":1}
 * </pre>
 *
 * @param path where it goes
 * @param text what it says
 */
record CancelBody(String path, String text) {
    /** All of the account, whoever placed it. */
    static final CancelBody ALL = new CancelBody("/v2/auth/w/order/cancel/multi", "{\"all\":1}");

    private static final String ONE = "/v2/auth/w/order/cancel";

    /** These orders, of which all have a number of the venue's, or none. */
    static CancelBody of(List<Target> targets) {
        return targets.size() == 1 ? of(targets.get(0)) : many(targets);
    }

    private static CancelBody of(Target target) {
        String number =
                target.isNumbered()
                        ? "\"id\":" + target.orderId()
                        : "\"cid\":" + target.clientOrderId() + ",\"cid_date\":" + day(target);
        return new CancelBody(ONE, "{" + number + "}");
    }

    private static CancelBody many(List<Target> targets) {
        boolean isNumbered = targets.get(0).isNumbered();
        String numbers =
                targets.stream()
                        .map(each -> isNumbered ? "" + each.orderId() : named(each))
                        .collect(Collectors.joining(",", "[", "]"));
        String key = isNumbered ? "id" : "cid";
        return new CancelBody(ALL.path(), "{\"" + key + "\":" + numbers + "}");
    }

    private static String named(Target target) {
        return "[" + target.clientOrderId() + "," + day(target) + "]";
    }

    private static String day(Target target) {
        return "\"" + LocalDate.ofEpochDay(target.epochDay()) + "\"";
    }
}
