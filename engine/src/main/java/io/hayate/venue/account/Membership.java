package io.hayate.venue.account;

import io.hayate.venue.VenueLimits;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code auth} made of a connection: a member of an account that hears what its filter lets
 * through.
 *
 * @param deadManSwitch the orders of this connection end with it
 * @param filter groups such as {@code trading} or {@code wallet-exchange-BTC}; empty is everything
 */
public record Membership(
        AccountClient client, VenueAccount account, boolean deadManSwitch, Set<String> filter)
        implements AccountFeed.Listener {
    private static final int CANCEL_ON_DISCONNECT = 4;

    /** What this {@code auth} asks for. */
    public static Membership of(AccountClient client, VenueAccount account, Fields request) {
        boolean deadManSwitch = request.whole("dms") == CANCEL_ON_DISCONNECT;
        Set<String> filter = new LinkedHashSet<>();
        if (request.get("filter") instanceof List<?> groups) {
            groups.forEach(group -> filter.add((String) group));
        }
        return new Membership(client, account, deadManSwitch, filter);
    }

    /** False for a list of more, or longer, groups than there can be. */
    public static boolean isFilter(Object filter) {
        return !(filter instanceof List<?> groups)
                || (groups.size() <= VenueLimits.FILTER_GROUPS_MAX
                        && groups.stream().allMatch(Membership::isGroup));
    }

    private static boolean isGroup(Object group) {
        return group instanceof String text && text.length() <= VenueLimits.FILTER_LENGTH_MAX;
    }

    /** True when frames of this type about this symbol or wallet are to be sent. */
    public boolean admits(String type, String subject) {
        String group = group(type);
        return filter.isEmpty() || filter.contains(group) || filter.contains(group + "-" + subject);
    }

    /** True when frames of this type are to be sent about something. */
    public boolean admitsAny(String type) {
        String group = group(type);
        return admits(type, "") || filter.stream().anyMatch(word -> word.startsWith(group + "-"));
    }

    private static String group(String type) {
        return switch (type) {
            case "ps", "os", "on", "ou", "oc", "te", "tu" -> "trading";
            case "fos", "fcs", "fls" -> "funding";
            case "ws", "wu" -> "wallet";
            case "bu" -> "balance";
            default -> "notify";
        };
    }

    @Override
    public void send(String type, String subject, JsonText body, long accountSequence) {
        if (admits(type, subject)) {
            client.account(type, body, accountSequence);
        }
    }

    /** Sends an answer to a request, if its filter lets it through. */
    public void sendNotification(JsonText body) {
        if (admits("n", "")) {
            client.notification(body);
        }
    }
}
