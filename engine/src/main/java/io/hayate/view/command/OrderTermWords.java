package io.hayate.view.command;

import io.hayate.event.OrderIntent;
import io.hayate.model.Durations;
import io.hayate.model.Nearest;
import io.hayate.model.OrderFlag;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.number.Decimals;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Reads the terms of an order, and what an update changes: words, most with a value behind. Any thread.
 *
 * <pre>
 * limit 97010 postonly group 7    stop 95000 limit 94900    trailing 250    oco 98000 expires 5m
 * price 97005 amount 0.2          by -0.1                   hidden
 * </pre>
 */
final class OrderTermWords {
    /** Words that a new order takes behind its symbol. */
    static final List<String> OF_ORDER =
            List.of(
                    "market",
                    "limit",
                    "stop",
                    "trailing",
                    "ioc",
                    "fok",
                    "postonly",
                    "hidden",
                    "oco",
                    "group",
                    "expires",
                    "round");

    /** Words that an update takes behind the order's number. */
    static final List<String> OF_UPDATE =
            List.of("price", "amount", "by", "limit", "trailing", "group", "expires", "round");

    private static final Pattern PLAIN =
            Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,8})?|\\.[0-9]{1,8}");
    private static final Pattern GROUP = Pattern.compile("[1-9][0-9]{0,9}");

    private final OrderIntent intent;
    private final Deque<String> rest;
    private final boolean isRounding;
    private final StringJoiner text = new StringJoiner(" ");
    private String wrong = "";

    /** Terms for this intent, whose operation says which words there are. */
    OrderTermWords(OrderIntent intent, List<String> words) {
        this.intent = intent;
        rest = new ArrayDeque<>(words.stream().map(OrderTermWords::bare).toList());
        isRounding = rest.remove("round");
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceFirst("^(post|reduce)-(only)$", "$1$2");
    }

    /** Reads them into the intent; what is wrong with them, empty for nothing. */
    String read() {
        boolean isNew = intent.operation() == OrderOperation.NEW;
        if (isNew) {
            intent.type(OrderType.OTHER);
        }
        while (!rest.isEmpty() && wrong.isEmpty()) {
            String word = rest.remove();
            text.add(word);
            if (isNew) {
                readOfOrder(word);
            } else {
                readOfUpdate(word);
            }
        }
        if (isNew && intent.type() == OrderType.OTHER) {
            intent.type(OrderType.EXCHANGE_MARKET);
        }
        return wrong;
    }

    /** The terms as they were understood. */
    String text() {
        return text.toString();
    }

    private void readOfOrder(String word) {
        switch (word) {
            case "market" -> type(OrderType.EXCHANGE_MARKET, word);
            case "limit" -> limit();
            case "stop" -> price(type(OrderType.EXCHANGE_STOP, word), word);
            case "ioc" -> price(type(OrderType.EXCHANGE_IOC, word), word);
            case "fok" -> price(type(OrderType.EXCHANGE_FOK, word), word);
            case "trailing" -> {
                type(OrderType.EXCHANGE_TRAILING_STOP, word);
                intent.trailingDistance(nextPrice(word));
            }
            case "postonly" -> flag(OrderFlag.POST_ONLY);
            case "hidden" -> flag(OrderFlag.HIDDEN);
            case "oco" -> {
                flag(OrderFlag.OCO);
                intent.ocoStopPrice(nextPrice(word));
            }
            default -> readOfBoth(word, OF_ORDER);
        }
    }

    private void readOfUpdate(String word) {
        switch (word) {
            case "price" -> price(OrderIntent.CHANGES_PRICE, word);
            case "amount" -> units(OrderIntent.CHANGES_AMOUNT, word, false);
            case "by" -> units(OrderIntent.CHANGES_AMOUNT_BY, word, true);
            case "limit" -> {
                change(OrderIntent.CHANGES_AUX_LIMIT);
                intent.auxLimitPrice(nextPrice(word));
            }
            case "trailing" -> {
                change(OrderIntent.CHANGES_TRAILING);
                intent.trailingDistance(nextPrice(word));
            }
            default -> readOfBoth(word, OF_UPDATE);
        }
    }

    private void readOfBoth(String word, List<String> known) {
        switch (word) {
            case "group" -> {
                change(OrderIntent.CHANGES_GROUP);
                String typed = next("group takes a number, such as: group 7");
                boolean isGroup = GROUP.matcher(typed).matches();
                check(isGroup, "a group is a number from 1 to 2147483647, not " + typed);
                intent.groupId(isGroup ? Long.parseLong(typed) : 0);
            }
            case "expires" -> {
                change(OrderIntent.CHANGES_EXPIRY);
                String typed = next("expires takes a time from now, such as: expires 5m");
                long ms = Durations.parseMs(typed);
                check(ms > 0, "expires takes a time from now, such as 30s, 5m or 2h, not " + typed);
                intent.expiryMs(-ms); // from when it is carried out
            }
            default -> unknown(word, known);
        }
    }

    private void unknown(String word, List<String> known) {
        String nearest = Nearest.of(word, known);
        String hint = nearest == null ? "" : " - did you mean " + nearest + "?";
        wrong = word + " is no term of an order" + hint + " (" + String.join(" ", known) + ")";
    }

    /** A type is named once; a limit behind a stop makes it a stop limit. */
    private int type(OrderType type, String word) {
        boolean isFirst = intent.type() == OrderType.OTHER;
        check(isFirst, "an order has one type: " + intent.type().word() + " and " + word);
        intent.type(isFirst ? type : intent.type());
        return 0;
    }

    private void limit() {
        if (intent.type() == OrderType.EXCHANGE_STOP) {
            intent.type(OrderType.EXCHANGE_STOP_LIMIT).auxLimitPrice(nextPrice("limit"));
        } else {
            price(type(OrderType.EXCHANGE_LIMIT, "limit"), "limit");
        }
    }

    private void price(int changed, String word) {
        change(changed);
        intent.price(nextPrice(word));
    }

    private void flag(OrderFlag flag) {
        intent.flags(intent.flags() | flag.bit());
    }

    private void change(int what) {
        intent.changes(intent.changes() | what);
    }

    private long nextPrice(String word) {
        String typed = next(word + " takes a price, such as: " + word + " 97010");
        long price = Price.parse(typed);
        if (price == Price.INEXACT && isRounding) {
            price = Price.rounded(Double.parseDouble(typed));
        }
        check(price != Price.NONE, "the price " + typed + " must be a plain number above 0");
        check(
                price != Price.INEXACT,
                "the price " + typed + " has more than 5 digits: add round for the nearest of 5");
        return price;
    }

    private void units(int changed, String word, boolean isSigned) {
        change(changed);
        String typed = next(word + " takes an amount, such as: " + word + " 0.1");
        String plain = isSigned ? typed.replaceFirst("^[-+]", "") : typed;
        boolean isAmount = PLAIN.matcher(plain).matches();
        long units = isAmount ? new BigDecimal(plain).movePointRight(8).longValueExact() : 0;
        boolean isThere = units > 0 && Decimals.toUnits(Decimals.toDouble(units)) == units;
        check(isThere, "the amount " + typed + " must be a number with at most 8 decimals");
        intent.units(typed.startsWith("-") ? -units : units);
    }

    private String next(String usage) {
        check(!rest.isEmpty(), usage);
        String typed = rest.isEmpty() ? "" : rest.remove();
        if (!typed.isEmpty()) {
            text.add(typed);
        }
        return typed;
    }

    /** What is wrong first is told. */
    private void check(boolean holds, String complaint) {
        wrong = wrong.isEmpty() && !holds ? complaint : wrong;
    }
}
