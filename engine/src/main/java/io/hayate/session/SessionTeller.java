package io.hayate.session;

import io.hayate.event.SessionStatus;
import io.hayate.model.Counts;
import io.hayate.model.SessionState;
import org.agrona.concurrent.NanoClock;

/**
 * Tells of a session what a person, or a strategy, should know. News of a connection of market data
 * give way to those of the primary one when the ring takes nothing for long. Loop thread.
 */
final class SessionTeller {
    private final Session session;
    private final EventPublisher publisher;
    private final NanoClock clock;
    private final SessionStatus status = new SessionStatus();

    SessionTeller(Session session, EventPublisher publisher, NanoClock clock) {
        this.session = session;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Tells how the session is now, and was before, with the reason. */
    void tell(SessionState previous, int code, String text) {
        SessionRole role = session.role();
        if (!role.isPrimary() && !publisher.hasRoomForMinorStatus()) {
            return;
        }
        status.wrap(publisher.beginStatus(clock.nanoTime())).connection(session.connection());
        status.isPrimary(role.isPrimary()).number(role.number());
        status.state(session.state()).previousState(previous);
        status.isAuthenticated(session.isAuthenticated());
        status.isAccountInDoubt(session.doubt().exists());
        boolean isEnd = session.isClosedAtEnd() && session.state() != previous;
        status.isClosedAtEnd(isEnd);
        boolean takesAlong =
                !isEnd && !role.isPrimary() && session.state() == SessionState.DISCONNECTED;
        status.code(code).text(takesAlong ? text + "; " + channels() : text);
        publisher.publishStatus();
    }

    private String channels() {
        return Counts.of(session.channels(), "channel");
    }
}
