package io.hayate.story;

import java.util.Locale;
import java.util.Map;

/** What was asked for in one sentence: {@code BUY 0.01 BTCUSD limit at 9500, post-only, group 7}. */
final class Terms {
    private Terms() {}

    static String of(Map<String, Object> fields) {
        String operation = text(fields, "operation");
        return switch (operation) {
            case "NEW" -> order(fields) + oco(fields) + more(fields);
            case "UPDATE" ->
                    "change " + text(fields, "changes") + ": " + order(fields) + more(fields);
            case "CANCEL_GROUP" -> "cancel of group " + text(fields, "group");
            case "CANCEL_ALL" -> "cancel of all orders of the account";
            default -> "cancel of this order";
        };
    }

    private static String order(Map<String, Object> fields) {
        StringBuilder text = new StringBuilder(text(fields, "side"));
        add(text, " ", fields.get("amount"));
        add(text, " an amount that is ", fields.get("amountIs"));
        add(text, " ", display(fields));
        add(text, " ", type(text(fields, "orderType")));
        add(text, " at ", fields.get("price"));
        add(text, ", then limit at ", fields.get("auxLimitPrice"));
        add(text, " ", distance(fields));
        return text.toString();
    }

    private static String distance(Map<String, Object> fields) {
        Object distance = fields.get("trailingDistance");
        return distance == null ? null : distance + " behind the market";
    }

    private static String oco(Map<String, Object> fields) {
        Object stop = fields.get("ocoStopPrice");
        return stop == null
                ? ""
                : ", beside it order " + text(fields, "ocoClientOrderId") + ", a stop at " + stop;
    }

    private static String more(Map<String, Object> fields) {
        StringBuilder text = new StringBuilder();
        add(text, ", ", fields.get("flags"));
        add(text, ", leverage ", fields.get("leverage"));
        add(text, ", group ", fields.get("group"));
        if (fields.get("expiryMs") instanceof Long expiryMs) {
            text.append(", expires ").append(Clock.text(expiryMs));
        }
        return text.toString();
    }

    private static void add(StringBuilder text, String before, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            text.append(before).append(value);
        }
    }

    /** The instrument as people say it. */
    static String display(Map<String, Object> fields) {
        return display(text(fields, "instrument"));
    }

    static String display(String symbol) {
        return symbol != null && symbol.startsWith("t") ? symbol.substring(1) : symbol;
    }

    private static String type(String wireName) {
        boolean isExchange = wireName.startsWith("EXCHANGE ");
        String bare = isExchange ? wireName.substring("EXCHANGE ".length()) : "margin " + wireName;
        return bare.toLowerCase(Locale.ROOT);
    }

    private static String text(Map<String, Object> fields, String name) {
        Object value = fields.get(name);
        return value == null ? "" : value.toString();
    }
}
