package io.hayate.view.text;

import io.hayate.news.NewsSink;

/**
 * How orders are told.
 *
 * @param isAll whether each message about an order makes a line; if not, only what a person should look at
 *     does
 * @param mark stands before each line; empty for none
 * @param sink hears each line, and of orders each message
 */
public record OrderTelling(boolean isAll, String mark, NewsSink sink) {
    /** Each message, without a mark. */
    public static final OrderTelling ALL = new OrderTelling(true, "", NewsSink.NONE);
}
