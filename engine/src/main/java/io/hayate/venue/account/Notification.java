package io.hayate.venue.account;

import io.hayate.venue.wire.JsonText;

/**
 * The 8 elements of an answer to a request on channel 0.
 *
 * <pre>[1575287438515,"on-req",null,null,[ORDER],null,"SUCCESS","Submitting .."]</pre>
 *
 * @param isSuccess false for a request that was refused
 */
public record Notification(JsonText body, boolean isSuccess) {
    private static final int NO_CODE = 0;

    /** The answer to a request that was taken. */
    public static Notification success(long timeMs, String type, JsonText info, String text) {
        return new Notification(write(timeMs, type, info, NO_CODE, "SUCCESS", text), true);
    }

    /** The answer to a request that was refused. */
    public static Notification error(long timeMs, String type, JsonText info, String text) {
        return error(timeMs, type, info, NO_CODE, text);
    }

    /**
     * The answer to a request that was refused.
     *
     * @param info the row that it is about, or null
     */
    public static Notification error(
            long timeMs, String type, JsonText info, int code, String text) {
        return new Notification(write(timeMs, type, info, code, "ERROR", text), false);
    }

    private static JsonText write(
            long timeMs, String type, JsonText info, int code, String status, String text) {
        JsonText out = new JsonText().openArray().whole(timeMs).text(type).nulls(2);
        if (info == null) {
            out.nul();
        } else {
            out.raw(info);
        }
        if (code == NO_CODE) {
            out.nul();
        } else {
            out.whole(code);
        }
        return out.text(status).text(text).closeArray();
    }
}
