package io.hayate.story;

import io.hayate.model.ConfigException;
import java.util.Locale;

/**
 * Which order somebody asks about.
 *
 * @param number of the order or record; 0 for the last one
 * @param strategy whose it must be; null for anybody's
 */
record OrderQuery(Kind kind, long number, String strategy) {
    private static final String RULE =
            "ORDER must be a client order id, the venue's id, last, last-sent, last-refused, or r and"
                    + " the number of a record, such as r17: was ";

    /** By what it is named. */
    enum Kind {
        /** What was asked for last, whether it left or was refused. */
        LAST,
        LAST_SENT,
        LAST_REFUSED,
        /** By a number of ours, or of the venue's. */
        NUMBER,
        /** By the number of a record of the journal. */
        RECORD
    }

    /**
     * Reads it.
     *
     * @throws ConfigException when it names no order
     */
    static OrderQuery parse(String given, String strategy) {
        String text = given.strip().toLowerCase(Locale.ROOT);
        return switch (text) {
            case "last" -> new OrderQuery(Kind.LAST, 0, strategy);
            case "last-sent" -> new OrderQuery(Kind.LAST_SENT, 0, strategy);
            case "last-refused" -> new OrderQuery(Kind.LAST_REFUSED, 0, strategy);
            default -> numbered(text, given, strategy);
        };
    }

    private static OrderQuery numbered(String text, String given, String strategy) {
        if (!text.matches("r?[1-9]\\d{0,17}")) {
            throw new ConfigException(RULE + given);
        }
        boolean isRecord = text.startsWith("r");
        long number = Long.parseLong(isRecord ? text.substring(1) : text);
        return new OrderQuery(isRecord ? Kind.RECORD : Kind.NUMBER, number, strategy);
    }

    /** True for what this strategy asked for; null is none of several. */
    boolean isBy(Object other) {
        return strategy == null || strategy.equals(other);
    }

    /** How it is named in a sentence. */
    String words() {
        String whose = strategy == null ? "" : " of strategy " + strategy;
        return whatWords() + whose;
    }

    private String whatWords() {
        return switch (kind) {
            case LAST -> "order";
            case LAST_SENT -> "order that was sent";
            case LAST_REFUSED -> "order that was refused";
            case NUMBER -> "order " + number;
            case RECORD -> "record r" + number + " of an order";
        };
    }
}
