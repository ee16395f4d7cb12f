package io.hayate.model;

/** Which request of ours a notification of the venue answers. The code goes into buffers. */
public enum RequestKind {
    /** {@code on-req}: a new order. */
    NEW_ORDER(1, "on-req"),
    /** {@code ou-req}: a changed order. */
    UPDATE_ORDER(2, "ou-req"),
    /** {@code oc-req}: a cancelled order. */
    CANCEL_ORDER(3, "oc-req");

    private static final RequestKind[] VALUES = values();

    private final int code;
    private final String wireName;

    RequestKind(int code, String wireName) {
        this.code = code;
        this.wireName = wireName;
    }

    /** Number that stands for it in a buffer. */
    public int code() {
        return code;
    }

    /** The kind of this wire name, or null for any other notification. Allocates nothing. */
    public static RequestKind ofWire(char[] text, int offset, int length) {
        for (RequestKind kind : VALUES) {
            if (Texts.equals(kind.wireName, text, offset, length)) {
                return kind;
            }
        }
        return null;
    }

    /** The kind with this code, or null for 0. */
    public static RequestKind ofCode(int code) {
        return code == 0 ? null : VALUES[code - 1];
    }
}
