package io.hayate.model;

/** What is asked of the venue about orders. The code goes into buffers. */
public enum OrderOperation {
    /** {@code on}: a new order. */
    NEW(1),
    /** {@code ou}: other terms for an order. */
    UPDATE(2),
    /** {@code oc}: the end of an order. */
    CANCEL(3),
    /** {@code oc_multi} of a group: the end of all orders in it. */
    CANCEL_GROUP(4),
    /** {@code oc_multi} of all: the end of all orders of the account, whoever they are of. */
    CANCEL_ALL(5);

    private static final OrderOperation[] VALUES = values();

    private final int code;

    OrderOperation(int code) {
        this.code = code;
    }

    /** Number that stands for it in a buffer. */
    public int code() {
        return code;
    }

    /** True for what can only end orders. */
    public boolean isCancel() {
        return this != NEW && this != UPDATE;
    }

    /** The operation with this code. */
    public static OrderOperation ofCode(int code) {
        return VALUES[code - 1];
    }
}
