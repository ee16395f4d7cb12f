package io.hayate.story;

import io.hayate.journal.RecordType;
import java.util.List;

/** What the venue told of an order, as lines. */
final class ReportLines {
    private ReportLines() {}

    /**
     * Of an answer, a row, a fill or a fee.
     *
     * @param since how long after the message before it came; empty where that is not known
     */
    static List<StoryLine> of(StoryEvent event, String since) {
        String text =
                switch (event.type()) {
                    case ANSWER -> answer(event);
                    case FILL -> fill(event);
                    case FEE -> fee(event);
                    default -> row(event);
                };
        return List.of(new StoryLine(event.type().name(), text + since));
    }

    private static String answer(StoryEvent event) {
        String request = event.text("request");
        String about =
                request == null
                        ? "a request"
                        : switch (request) {
                            case "NEW_ORDER" -> "the new order";
                            case "UPDATE_ORDER" -> "the change";
                            case "CANCEL_ORDER" -> "the cancel";
                            default -> request;
                        };
        String outcome =
                "OPEN".equals(event.text("outcome")) ? "neither yes nor no" : event.text("outcome");
        return outcome + " to " + about + quoted(event);
    }

    private static String quoted(StoryEvent event) {
        String words = event.text("text");
        return words == null ? "" : ": \"" + words + "\"";
    }

    private static String row(StoryEvent event) {
        String kind = String.valueOf(event.text("kind"));
        StringBuilder text =
                new StringBuilder(
                        switch (kind) {
                            case "NEW" -> "it rests";
                            case "CHANGED" -> "it changed";
                            case "CLOSED" -> "it is gone";
                            case "OPEN_ORDER" -> "it is in the list of open orders";
                            case "NO_OPEN_ORDERS" -> "no order is open";
                            default -> kind;
                        });
        add(text, ": ", event.text("status"));
        if (event.text("amount") != null) {
            text.append(", ").append(event.text("remainingAmount")).append(" of ");
            text.append(event.text("amount")).append(" left");
        }
        add(text, ", price ", event.text("price"));
        add(text, ", average ", event.text("averagePrice"));
        return text.append(quoted(event)).toString();
    }

    private static String fill(StoryEvent event) {
        return "trade %d: %s %s at %s%s"
                .formatted(
                        event.whole("tradeId"),
                        event.text("side"),
                        event.text("fillAmount"),
                        event.text("fillPrice"),
                        event.flag("maker") ? ", maker" : "");
    }

    private static String fee(StoryEvent event) {
        String fee = event.text("fee");
        String trade = fill(event);
        if (fee == null) {
            return trade + ", fee not told";
        }
        boolean isPaid = fee.startsWith("-");
        String currency = event.text("feeCurrency");
        return trade
                + (isPaid ? ", fee " + fee.substring(1) : ", rebate " + fee)
                + (currency == null ? "" : " " + currency);
    }

    private static void add(StringBuilder text, String before, String value) {
        if (value != null) {
            text.append(before).append(value);
        }
    }

    /** True for what tells when its frame was read. */
    static boolean isOf(RecordType type) {
        return switch (type) {
            case ANSWER, ROW, FILL, FEE -> true;
            default -> false;
        };
    }
}
