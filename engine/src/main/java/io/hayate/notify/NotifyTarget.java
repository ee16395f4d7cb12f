package io.hayate.notify;

import io.hayate.model.Settings;
import java.util.List;

/**
 * One place that messages go to.
 *
 * @param name what settings and people call it
 * @param address of the server; may hold {@code {{token}}}; empty for a command
 * @param content the JSON template of a webhook, the chat of Telegram; else empty
 * @param command the program and its arguments; else empty
 * @param token opens the server; empty for none; shown nowhere
 * @param timeoutMs how long one attempt may take
 */
public record NotifyTarget(
        String name,
        TargetKind kind,
        String address,
        String content,
        List<String> command,
        String token,
        int timeoutMs) {
    /** As a person is told of it. */
    public String label() {
        return name + " (" + Settings.name(kind) + ")";
    }

    @Override
    public String toString() {
        return "NotifyTarget["
                + label()
                + ", "
                + timeoutMs
                + " ms]"; // an address may be secret, too
    }
}
