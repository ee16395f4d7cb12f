package io.hayate.story;

import io.hayate.journal.RecordType;
import io.hayate.risk.RiskVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was asked for, why, and with which verdict, as lines. */
final class RequestLines {
    private static final String CHANNEL = "channel";

    private RequestLines() {}

    /** Of a message of ours, seen from the order of this number; 0 for none. */
    static List<StoryLine> ofRequest(StoryEvent event, long clientOrderId) {
        List<StoryLine> lines = new ArrayList<>();
        List<Map<String, Object>> operations = operations(event);
        addCause(event, operations, lines);
        boolean isCancel = event.type() == RecordType.CANCEL;
        if (!isCancel) {
            lines.add(new StoryLine("verdict", "ACCEPTED: every check let it pass"));
        }
        int count = 0;
        for (Map<String, Object> each : operations) {
            count++;
            if (clientOrderId == 0 || operations.size() == 1 || isAbout(each, clientOrderId)) {
                String which =
                        operations.size() == 1
                                ? ""
                                : count + " of " + operations.size() + " in one message: ";
                lines.add(
                        new StoryLine(event.type().name(), which + Terms.of(each) + origin(each)));
            }
        }
        if (operations.isEmpty()) {
            lines.add(new StoryLine(event.type().name(), "cancel by number"));
        }
        lines.add(new StoryLine("bytes", event.text("text")));
        return lines;
    }

    private static boolean isAbout(Map<String, Object> operation, long clientOrderId) {
        Object number = operation.get("clientOrderId");
        Object beside = operation.get("ocoClientOrderId");
        boolean isOfMany = number == null && operation.get("orderId") == null;
        return isOfMany
                || Long.valueOf(clientOrderId).equals(number)
                || Long.valueOf(clientOrderId).equals(beside);
    }

    private static String origin(Map<String, Object> operation) {
        return switch (String.valueOf(operation.get("origin"))) {
            case "STRATEGY" -> ", by " + operation.getOrDefault("strategy", "the strategy");
            case "CONSOLE" -> ", by a person at the console";
            case "HAYATE" -> ", by Hayate itself";
            default -> "";
        };
    }

    /** Of an order that was refused here. */
    static List<StoryLine> ofRefusal(StoryEvent event) {
        List<StoryLine> lines = new ArrayList<>();
        List<Map<String, Object>> operations = operations(event);
        addCause(event, operations, lines);
        for (Map<String, Object> each : operations) {
            lines.add(new StoryLine("asked", Terms.of(each) + origin(each)));
        }
        String times = operations.isEmpty() ? event.whole("count") + " more within a second: " : "";
        String verdict = event.text("verdict");
        lines.add(new StoryLine("REFUSED", times + verdict + reason(verdict)));
        return lines;
    }

    /** Why, where this release knows the verdict. */
    static String reason(String verdict) {
        for (RiskVerdict known : RiskVerdict.values()) {
            if (known.name().equals(verdict)) {
                return ": " + known.reason();
            }
        }
        return "";
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> operations(StoryEvent event) {
        Object operations = event.fields().get("operations");
        return operations == null ? List.of() : (List<Map<String, Object>>) operations;
    }

    @SuppressWarnings("unchecked")
    private static void addCause(
            StoryEvent event, List<Map<String, Object>> operations, List<StoryLine> lines) {
        Map<String, Object> cause = (Map<String, Object>) event.fields().get("cause");
        if (cause == null) {
            return;
        }
        boolean isTyped =
                !operations.isEmpty() && "CONSOLE".equals(operations.get(0).get("origin"));
        lines.add(
                new StoryLine(
                        "cause", isTyped ? "typed by a person" + age(cause) : causeText(cause)));
        boolean asksForRisk = event.type() != RecordType.CANCEL;
        if (asksForRisk) {
            lines.add(new StoryLine("quote", quoteText(cause)));
        }
    }

    private static String causeText(Map<String, Object> cause) {
        if (!cause.containsKey(CHANNEL)) {
            return "no market data: news of the account, a timer or the start" + age(cause);
        }
        StringBuilder text = new StringBuilder(cause.get(CHANNEL).toString());
        Object symbol = cause.get("instrument");
        text.append(symbol == null ? "" : " " + Terms.display(symbol.toString()));
        text.append(", ").append(cause.get("health"));
        Object sequence = cause.get("venueSequence");
        text.append(sequence == null ? "" : ", frame " + sequence);
        Object transit = cause.get("transitMs");
        text.append(transit == null ? "" : ", " + transit + " ms under way");
        return text + age(cause);
    }

    private static String age(Map<String, Object> cause) {
        return cause.get("ageNs") instanceof Long ageNs
                ? ", read " + Span.text(ageNs) + " before"
                : "";
    }

    private static String quoteText(Map<String, Object> cause) {
        if (!cause.containsKey("quoteHealth")) {
            return "none: no ticker or book of it was subscribed";
        }
        String bid = String.valueOf(cause.getOrDefault("bid", "none"));
        String ask = String.valueOf(cause.getOrDefault("ask", "none"));
        Object reached = cause.get("reached");
        String heard = cause.get("quoteAgeNs") instanceof Long ageNs ? Span.text(ageNs) : "?";
        return "bid %s, ask %s, %s, heard %s before%s"
                .formatted(
                        bid,
                        ask,
                        cause.get("quoteHealth"),
                        heard,
                        reached == null ? "" : "; at the market it would reach " + reached);
    }
}
