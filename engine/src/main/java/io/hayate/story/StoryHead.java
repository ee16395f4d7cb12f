package io.hayate.story;

/** The lines before a story: which order it is, and what became of it. */
final class StoryHead {
    private StoryHead() {}

    static void print(OrderSearch found, JournalFacts facts, StoryText text) {
        JournalOrder order = found.order();
        if (order != null) {
            text.sentence("Order " + order.clientOrderId + ": " + Terms.of(order.terms));
            text.fact("strategy", order.strategy() == null ? "" : order.strategy().toString());
            text.fact("venue's id", order.orderId == 0 ? "not told" : "" + order.orderId);
            text.fact("asked for", Clock.text(order.asked.timeMs()));
            text.fact("state", OrderSums.state(order));
            text.fact("ended", order.isEnded() ? Clock.text(order.endedMs) : "it has no end");
            text.fact("refused", refusal(order));
            text.fact("fees", OrderSums.feeText(order));
        } else if (found.foreign() != 0) {
            text.sentence(
                    "Order " + found.foreign() + ", which was not asked for in this journal:");
            text.sentence("of somebody else on the account, sent by hand, or from before");
        } else {
            text.sentence("An order that was refused here: nothing of it was sent");
        }
        text.fact("journal", facts.folder().toString());
        text.fact("its end", JournalWords.end(facts));
        text.fact("missing", JournalWords.missing(facts));
    }

    private static String refusal(JournalOrder order) {
        return order.verdict == null ? "" : order.verdict + RequestLines.reason(order.verdict);
    }
}
