package io.hayate.venue.order;

import io.hayate.venue.wire.Fields;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which orders an {@code oc_multi} means. The lists are read once, however many orders rest: a
 * request of thousands of ids takes no longer than its text is long.
 */
public final class OrderSelection implements Predicate<VenueOrder> {
    private final boolean all;
    private final Set<Long> ids = new LinkedHashSet<>();
    private final Set<Long> groups = new LinkedHashSet<>();
    private final Set<VenueOrder> byClientId = new LinkedHashSet<>();

    private OrderSelection(boolean all) {
        this.all = all;
    }

    /** Reads the request; a client's id means the first of its day among those that rest. */
    public static OrderSelection of(Fields fields, List<VenueOrder> resting) {
        OrderSelection selection = new OrderSelection(fields.whole("all") == 1);
        items(fields, "id").forEach(id -> selection.ids.add(Fields.whole(id)));
        items(fields, "gid").forEach(group -> selection.groups.add(group(group)));
        List<?> pairs = items(fields, "cid");
        if (!pairs.isEmpty()) {
            Map<String, VenueOrder> first = new LinkedHashMap<>();
            resting.forEach(order -> first.putIfAbsent(key(order), order));
            pairs.forEach(pair -> selection.addClientId(pair, first));
        }
        return selection;
    }

    private static List<?> items(Fields fields, String name) {
        return fields.get(name) instanceof List<?> list ? list : List.of();
    }

    /** A group, or by the older form a list that holds it; -1 for what is none. */
    private static long group(Object group) {
        return Fields.whole(
                group instanceof List<?> list && list.size() == 1 ? list.get(0) : group);
    }

    private static String key(VenueOrder order) {
        return order.origin().clientOrderId() + " " + order.createdDay();
    }

    private void addClientId(Object pair, Map<String, VenueOrder> first) {
        if (pair instanceof List<?> list && list.size() == 2) {
            VenueOrder order = first.get(Fields.whole(list.get(0)) + " " + list.get(1));
            if (order != null) {
                byClientId.add(order);
            }
        }
    }

    @Override
    public boolean test(VenueOrder order) {
        BigDecimal group = order.origin().groupId();
        return all
                || ids.contains(order.id())
                || byClientId.contains(order)
                || (group != null && groups.contains(group.longValueExact()));
    }
}
