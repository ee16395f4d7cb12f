package io.hayate.view.text;

/**
 * How orders are told.
 *
 * @param isAll whether each message about an order makes a line; if not, only what a person should look at
 *     does
 * @param mark stands before each line; empty for none
 */
public record OrderTelling(boolean isAll, String mark) {
    /** Each message, without a mark. */
    public static final OrderTelling ALL = new OrderTelling(true, "");
}
