package io.hayate.venue.session;

import io.hayate.venue.PermissionArea;
import io.hayate.venue.account.AccountAccess;
import io.hayate.venue.account.Membership;
import io.hayate.venue.account.Notification;
import io.hayate.venue.order.OrderRow;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import org.agrona.concurrent.EpochClock;

/** Refuses what the key of a connection may not do, with the row that the client gave. */
public final class RefusedInputs {
    private final EpochClock clock;

    /** Tells refusals at the time of this clock. */
    public RefusedInputs(EpochClock clock) {
        this.clock = clock;
    }

    /** True when the key allows it; what it does not allow has been answered. */
    public boolean isAllowed(Membership member, String type, Object payload) {
        PermissionArea area = area(type);
        if (area == null || member.access().mayWrite(area)) {
            return true;
        }
        if (type.equals("ox_multi") && payload instanceof List<?> operations) {
            operations.forEach(operation -> refuseOperation(member, operation));
        } else {
            refuse(member, type, payload);
        }
        return false;
    }

    private static PermissionArea area(String type) {
        return switch (type) {
            case "on", "ou", "oc", "oc_multi", "ox_multi" -> PermissionArea.ORDERS;
            case "fon", "foc", "foc_all" -> PermissionArea.FUNDING;
            default -> null;
        };
    }

    private void refuseOperation(Membership member, Object operation) {
        if (operation instanceof List<?> pair
                && pair.size() == 2
                && pair.get(0) instanceof String type
                && area(type) == PermissionArea.ORDERS) {
            refuse(member, type, pair.get(1));
        }
    }

    private void refuse(Membership member, String type, Object payload) {
        refuse(member, type, payload, AccountAccess.DENIED_CODE, AccountAccess.DENIED);
    }

    /** Answers an input that is refused, by this code and text. */
    public void refuse(Membership member, String type, Object payload, int code, String text) {
        Fields given = Fields.of(payload);
        Fields fields = given == null ? Fields.of(new LinkedHashMap<>()) : given;
        JsonText row = null;
        if (type.equals("on")) {
            row = new JsonText();
            OrderRow.writeRefused(row, fields);
        } else if (type.equals("ou") || type.equals("oc")) {
            row = new JsonText();
            OrderRow.writeUnknown(row, fields);
        }
        member.sendNotification(Notification.error(clock.time(), type + "-req", row, code, text));
    }
}
