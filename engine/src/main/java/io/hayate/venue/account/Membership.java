package io.hayate.venue.account;

import io.hayate.venue.PermissionArea;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;

/**
 * What {@code auth} made of a connection: a member of an account that hears what its key allows and
 * its filter lets through.
 *
 * @param deadManSwitch orders end with the connection
 */
public record Membership(
        AccountClient client, AccountAccess access, boolean deadManSwitch, AccountFilter filter)
        implements AccountFeed.Listener {
    private static final int CANCEL_ON_DISCONNECT = 4;

    /** What this {@code auth} asks for. */
    public static Membership of(AccountClient client, AccountAccess access, Fields request) {
        boolean deadManSwitch = request.whole("dms") == CANCEL_ON_DISCONNECT;
        return new Membership(
                client, access, deadManSwitch, AccountFilter.of(request.get("filter")));
    }

    /** The account that it is in. */
    public VenueAccount account() {
        return access.account();
    }

    /** True when frames of this type about this symbol or wallet are to be sent. */
    public boolean admits(String type, String subject) {
        return mayHear(type) && filter.admits(type, subject);
    }

    /** True when frames of this type are to be sent about something. */
    public boolean admitsAny(String type) {
        return mayHear(type) && filter.admitsAny(type);
    }

    private boolean mayHear(String type) {
        PermissionArea area = area(type);
        return area == null || access.mayRead(area);
    }

    /** What a key must be allowed to read for frames of this type; null for nothing. */
    private static PermissionArea area(String type) {
        return switch (type) {
            case "os", "on", "ou", "oc", "te", "tu" -> PermissionArea.ORDERS;
            case "ps", "pn", "pu", "pc", "miu" -> PermissionArea.POSITIONS;
            case "ws", "wu", "bu" -> PermissionArea.WALLETS;
            default -> type.startsWith("f") ? PermissionArea.FUNDING : null;
        };
    }

    @Override
    public void send(String type, String subject, JsonText body, long accountSequence) {
        if (admits(type, subject)) {
            client.account(type, body, accountSequence);
        }
    }

    /** Sends an answer to a request, if its filter lets it through. */
    public void sendNotification(Notification answer) {
        if (admits("n", "")) {
            client.notification(answer, account().feed().sequence());
        }
    }
}
