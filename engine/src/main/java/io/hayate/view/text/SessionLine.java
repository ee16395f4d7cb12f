package io.hayate.view.text;

import io.hayate.event.SessionStatus;
import io.hayate.model.SessionState;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * What happened to the session as one line.
 *
 * <pre>
 * session LIVE, authenticated - 3 channels
 * session closed - the run ends
 * market connection 3 DISCONNECTED - connection reset; 24 channels
 * venue says (code 20060): entering maintenance
 * </pre>
 */
public final class SessionLine {
    private SessionLine() {}

    public static AttributedString of(SessionStatus status) {
        String text = status.text();
        String who = status.isPrimary() ? "session" : "market connection " + status.number();
        if (status.state() != status.previousState()) {
            StyledLine line = new StyledLine().add(who + " ");
            line.add(state(status), style(status)).add(code(status));
            return line.add(text.isEmpty() ? "" : " - " + text).toLine();
        }
        String from = status.code() == 0 ? who : "venue says";
        return StyledLine.of(from + code(status) + ": " + text);
    }

    private static AttributedStyle style(SessionStatus status) {
        return switch (status.state()) {
            case LIVE -> Paint.GOOD;
            case DISCONNECTED -> status.isClosedAtEnd() ? Paint.PLAIN : Paint.BAD;
            case PAUSED -> Paint.DOUBT;
            default -> Paint.PLAIN;
        };
    }

    private static String state(SessionStatus status) {
        if (status.isClosedAtEnd()) {
            return "closed";
        }
        if (status.state() != SessionState.LIVE || !status.isPrimary()) {
            return status.state().name();
        }
        return status.isAuthenticated() ? "LIVE, authenticated" : "LIVE, not authenticated";
    }

    private static String code(SessionStatus status) {
        return status.code() == 0 ? "" : " (code " + status.code() + ")";
    }
}
