package io.hayate.notify;

import io.hayate.model.Settings;
import java.util.List;

/**
 * Who is told of what.
 *
 * @param title stands over each message
 * @param windowMs how long a first piece of news waits for others, to be one message with them
 * @param perMinuteMax messages to a target in any minute; what comes beyond waits, and is gathered
 */
public record NotifyConfig(
        String title,
        int windowMs,
        int perMinuteMax,
        List<NotifyTarget> targets,
        List<NotifyRule> rules) {
    /** Nobody is told of anything. */
    public static final NotifyConfig NONE =
            new NotifyConfig("Hayate", 2_000, 20, List.of(), List.of());

    private static final int TITLE_LENGTH_MAX = 60;
    private static final int WINDOW_MAX_MS = 60_000;
    private static final int PER_MINUTE_MAX = 600;

    public NotifyConfig {
        Settings.check(
                title.matches("[ -~]{1," + TITLE_LENGTH_MAX + "}"),
                "notifications.title",
                "must be 1 to 60 plain characters",
                title.isEmpty() ? "empty" : title);
        Settings.checkRangeMs(windowMs, 0, WINDOW_MAX_MS, "notifications.window");
        Settings.checkRange(perMinuteMax, 1, PER_MINUTE_MAX, "notifications.per-minute-max");
    }

    /** True when anybody is told of anything. */
    public boolean isOn() {
        return !rules.isEmpty();
    }

    /** Every token there is, to be masked wherever a text goes. */
    public List<String> secrets() {
        return targets.stream().map(NotifyTarget::token).toList();
    }

    @Override
    public String toString() {
        return "NotifyConfig[" + targets + ", " + rules + "]";
    }
}
