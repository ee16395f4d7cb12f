package io.hayate.story;

import java.util.List;

/**
 * The lines of each type of record, in the order of the journal: what came how long after what is known
 * from the records before. One thread.
 */
final class StoryLines {
    private static final long LATE_NS = 1_000_000_000L;

    private final long clientOrderId;
    private StoryEvent request; // the message before; null for none
    private long sentNs;
    private long sentRun;

    /** Seen from the order of this number; 0 for none. */
    StoryLines(long clientOrderId) {
        this.clientOrderId = clientOrderId;
    }

    /** The lines of a record, one at least: a type that is missing here does not compile. */
    List<StoryLine> of(StoryEvent event) {
        return switch (event.type()) {
            case INTENT, UPDATE, CANCEL, BATCH -> {
                request = event;
                yield RequestLines.ofRequest(event, clientOrderId);
            }
            case REFUSED -> RequestLines.ofRefusal(event);
            case SENT -> one(event, sent(event));
            case NOT_SENT -> one(event, "it never left: " + event.text("reason"));
            case ANSWER, ROW, FILL, FEE -> ReportLines.of(event, since(event));
            case STATE -> one(event, state(event));
            case DOUBT ->
                    one(event, "its outcome is unknown: " + event.text("reason") + words(event));
            case LOOK -> one(event, look(event));
            case RESOLVED -> one(event, resolved(event) + words(event));
            case ADOPTED -> one(event, adopted(event));
            case CHECKPOINT -> one(event, "all that held at this moment was written down");
            case BOOKS, CURRENCY -> one(event, "what is held was written down");
            case HOLDING -> one(event, "the position is " + event.text("position") + " with that");
            case SEGMENT -> one(event, "another run of Hayate goes on with the journal");
            case NAME -> one(event, "number " + event.whole("value") + " is " + event.text("text"));
            case LOST ->
                    one(event, event.whole("value") + " records found no place before this one");
            case KILL, OPERATOR -> one(event, done(event));
            case END -> one(event, "the engine ended, and closed the journal");
        };
    }

    private static List<StoryLine> one(StoryEvent event, String text) {
        return List.of(new StoryLine(event.type().name(), text));
    }

    private static String done(StoryEvent event) {
        long beforeNs = event.whole("doneBeforeNs");
        boolean isLate = beforeNs >= LATE_NS;
        String when = isLate ? ", " + Span.text(beforeNs) + " before this was written" : "";
        return event.text("text") + when;
    }

    private static String look(StoryEvent event) {
        String words = words(event);
        String newest = event.text("newestAt");
        String found =
                event.flag("whole")
                        ? ", and does not know"
                        : ", and could not be understood in full";
        return "the venue was asked what became of it"
                + (words.isEmpty() ? found : words)
                + (newest == null ? "" : "; its newest event is of " + newest);
    }

    private static String resolved(StoryEvent event) {
        String evidence = String.valueOf(event.text("evidence"));
        boolean isReason = evidence.startsWith(",");
        String status = event.text("status");
        return "the doubt has ended"
                + (evidence.equals("null") ? "" : (isReason ? "" : " ") + evidence)
                + (status == null ? "" : ": " + status)
                + (status == null ? "" : ", " + event.text("filledAmount") + " filled");
    }

    private String sent(StoryEvent event) {
        sentNs = event.whole("writtenTimeNs");
        sentRun = event.run();
        long sendingNs = event.whole("sendingTimeNs");
        String text = "handed to the socket within " + Span.text(sentNs - sendingNs);
        boolean isOfRequest = request != null && request.number() == event.whole("request");
        if (isOfRequest
                && request.fields().get("cause") instanceof java.util.Map<?, ?> cause
                && cause.get("ageNs") instanceof Long ageNs) {
            long readNs = request.timeNs() - ageNs;
            text += ", " + Span.text(sendingNs - readNs) + " after its cause was read";
        }
        return text;
    }

    private String since(StoryEvent event) {
        long readNs = event.whole("receiveTimeNs");
        boolean isKnown = readNs != 0 && sentNs != 0 && sentRun == event.run() && readNs > sentNs;
        return isKnown ? " (" + Span.text(readNs - sentNs) + " after the message)" : "";
    }

    private static String state(StoryEvent event) {
        if (event.text("from") == null && !event.fields().containsKey("filledAmount")) {
            return "connection " + event.whole("connection") + ": " + event.text("state");
        }
        return event.text("from")
                + " -> "
                + event.text("state")
                + ", "
                + event.text("filledAmount")
                + " filled"
                + (event.flag("end") ? "; that is its end" : "")
                + words(event);
    }

    private static String adopted(StoryEvent event) {
        String amount = event.text("adoptedAmount");
        return amount == null
                ? "taken as true, though nobody had told it" + words(event)
                : amount + " counts as filled, as its rows say; no fill told it";
    }

    private static String words(StoryEvent event) {
        String words = event.text("text");
        return words == null ? "" : ": " + words;
    }
}
