package io.hayate.view.command;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.OrderOperation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads what stands behind {@code update} or {@code cancel}. Any thread. */
final class ChangeWords {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final String UPDATE_USAGE =
            "update takes an order's number and what shall change: update 1234 price 97005";
    private static final String CANCEL_USAGE =
            "cancel takes an order's number, a group, or all: cancel 1234, cancel group 7";

    private ChangeWords() {}

    static Request update(List<String> words) {
        if (words.size() < 2 || !NUMBER.matcher(words.get(0)).matches()) {
            return Request.wrong(UPDATE_USAGE);
        }
        OrderIntent intent = begin(OrderOperation.UPDATE, words.get(0));
        OrderTermWords terms = new OrderTermWords(intent, words.subList(1, words.size()));
        String wrong = terms.read();
        return wrong.isEmpty()
                ? Request.order(intent, "update " + words.get(0) + " " + terms.text())
                : Request.wrong(wrong);
    }

    private static OrderIntent begin(OrderOperation operation, String number) {
        OrderIntent intent = OrderIntent.allocate().begin(operation, Instrument.NONE);
        return intent.orderId(Long.parseLong(number));
    }

    static Request cancel(List<String> words) {
        String first = words.isEmpty() ? "" : words.get(0).toLowerCase(Locale.ROOT);
        boolean isAlone = words.size() == 1;
        if (isAlone && first.equals("all")) {
            OrderIntent all =
                    OrderIntent.allocate().begin(OrderOperation.CANCEL_ALL, Instrument.NONE);
            return Request.order(all, "cancel all");
        } else if (isAlone && NUMBER.matcher(first).matches()) {
            return Request.order(begin(OrderOperation.CANCEL, first), "cancel " + first);
        } else if (first.equals("group")
                && words.size() == 2
                && NUMBER.matcher(words.get(1)).matches()) {
            OrderIntent group =
                    OrderIntent.allocate().begin(OrderOperation.CANCEL_GROUP, Instrument.NONE);
            group.groupId(Long.parseLong(words.get(1)));
            return Request.order(group, "cancel group " + words.get(1));
        }
        return Request.wrong(CANCEL_USAGE);
    }
}
