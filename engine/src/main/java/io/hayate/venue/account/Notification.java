package io.hayate.venue.account;

import io.hayate.venue.wire.JsonText;

/**
 * Writes the 8 elements of an answer to a request on channel 0.
 *
 * <pre>[1575287438515,"on-req",null,null,[ORDER],null,"SUCCESS","Submitting .."]</pre>
 */
public final class Notification {
    private Notification() {}

    /** The answer to a request that was taken. */
    public static JsonText success(long timeMs, String type, JsonText info, String text) {
        return write(timeMs, type, info, "SUCCESS", text);
    }

    /** The answer to a request that was refused. */
    public static JsonText error(long timeMs, String type, JsonText info, String text) {
        return write(timeMs, type, info, "ERROR", text);
    }

    private static JsonText write(
            long timeMs, String type, JsonText info, String status, String text) {
        JsonText out = new JsonText().openArray().whole(timeMs).text(type);
        return out.nulls(2).raw(info).nul().text(status).text(text).closeArray();
    }
}
