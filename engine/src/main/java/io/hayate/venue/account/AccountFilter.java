package io.hayate.venue.account;

import io.hayate.venue.VenueLimits;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which news of its account a connection wants to hear.
 *
 * @param groups such as {@code trading}, {@code trading-tBTCUSD}, {@code wallet-exchange-BTC};
 *     empty is everything
 */
public record AccountFilter(Set<String> groups) {
    /** What a client gave; all that is no list is no filter. */
    static AccountFilter of(Object given) {
        Set<String> groups = new LinkedHashSet<>();
        if (given instanceof List<?> list) {
            list.forEach(group -> groups.add((String) group));
        }
        return new AccountFilter(groups);
    }

    /** False for a list of more, or longer, groups than there can be. */
    public static boolean isValid(Object given) {
        return !(given instanceof List<?> groups)
                || (groups.size() <= VenueLimits.FILTER_GROUPS_MAX
                        && groups.stream().allMatch(AccountFilter::isGroup));
    }

    private static boolean isGroup(Object group) {
        return group instanceof String text && text.length() <= VenueLimits.FILTER_LENGTH_MAX;
    }

    /** True when frames of this type about this symbol or wallet are to be sent. */
    boolean admits(String type, String subject) {
        String group = group(type);
        return groups.isEmpty() || groups.contains(group) || groups.contains(group + "-" + subject);
    }

    /** True when frames of this type are to be sent about something. */
    boolean admitsAny(String type) {
        String prefix = group(type) + "-";
        return admits(type, "") || groups.stream().anyMatch(word -> word.startsWith(prefix));
    }

    /** The first word of the groups that this type is in. */
    private static String group(String type) {
        return switch (type) {
            case "ps", "pn", "pu", "pc", "os", "on", "ou", "oc", "te", "tu" -> "trading";
            case "ws", "wu" -> "wallet";
            case "bu", "miu" -> "balance";
            default -> type.startsWith("f") ? "funding" : "notify";
        };
    }
}
