package io.hayate.view.terminal;

import io.hayate.event.SessionStatus;
import io.hayate.model.SessionState;

/**
 * What happened to the session as one line.
 *
 * <pre>
 * session LIVE, authenticated - 3 channels
 * market connection 3 DISCONNECTED - connection reset; 24 channels
 * venue says (code 20060): entering maintenance
 * </pre>
 */
final class SessionLine {
    private SessionLine() {}

    static String of(SessionStatus status) {
        String text = status.text();
        String who = status.isPrimary() ? "session" : "market connection " + status.number();
        if (status.state() != status.previousState()) {
            return who + " " + state(status) + code(status) + (text.isEmpty() ? "" : " - " + text);
        }
        return (status.code() == 0 ? who : "venue says") + code(status) + ": " + text;
    }

    private static String state(SessionStatus status) {
        if (status.state() != SessionState.LIVE || !status.isPrimary()) {
            return status.state().name();
        }
        return status.isAuthenticated() ? "LIVE, authenticated" : "LIVE, not authenticated";
    }

    private static String code(SessionStatus status) {
        return status.code() == 0 ? "" : " (code " + status.code() + ")";
    }
}
