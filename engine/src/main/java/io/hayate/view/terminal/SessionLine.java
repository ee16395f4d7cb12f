package io.hayate.view.terminal;

import io.hayate.event.SessionStatus;
import io.hayate.model.SessionState;

/**
 * What happened to the session as one line.
 *
 * <pre>
 * session LIVE, authenticated - 3 channels
 * venue says (code 20060): entering maintenance
 * </pre>
 */
final class SessionLine {
    private SessionLine() {}

    static String of(SessionStatus status) {
        String text = status.text();
        if (status.state() != status.previousState()) {
            return "session " + state(status) + code(status) + (text.isEmpty() ? "" : " - " + text);
        }
        return (status.code() == 0 ? "session" : "venue says") + code(status) + ": " + text;
    }

    private static String state(SessionStatus status) {
        if (status.state() != SessionState.LIVE) {
            return status.state().name();
        }
        return status.isAuthenticated() ? "LIVE, authenticated" : "LIVE, not authenticated";
    }

    private static String code(SessionStatus status) {
        return status.code() == 0 ? "" : " (code " + status.code() + ")";
    }
}
