package io.hayate.view.terminal;

import java.util.Map;
import org.jline.utils.OSUtils;

/** Whether a terminal is written to in colours. */
final class Colors {
    private static final String MONO = "(dumb|unknown|vt[0-9]|ansi-m|.*-m$|.*-mono).*";

    private Colors() {}

    /**
     * False when {@code NO_COLOR} has any value, as no-color.org asks for, and where {@code TERM} names a
     * terminal that has none.
     */
    static boolean areWanted(Map<String, String> environment) {
        String type = environment.getOrDefault("TERM", OSUtils.IS_WINDOWS ? "windows" : "dumb");
        boolean isRefused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return !isRefused && !type.isEmpty() && !type.matches(MONO);
    }
}
