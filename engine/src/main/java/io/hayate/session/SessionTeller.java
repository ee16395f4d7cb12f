package io.hayate.session;

import io.hayate.event.AccountDoubt;
import io.hayate.event.AccountStanding;
import io.hayate.event.SessionStatus;
import io.hayate.intake.EventPublisher;
import io.hayate.model.Counts;
import io.hayate.model.SessionState;
import org.agrona.concurrent.NanoClock;

/**
 * Tells of a session what a person, or a strategy, should know. News of a connection of market data
 * give way to those of the primary one when the ring takes nothing for long. Loop thread.
 */
final class SessionTeller {
    /** Of whom is told. */
    interface Subject {
        SessionRole role();

        SessionState state();

        long connection();

        boolean isAuthenticated();

        boolean isClosedAtEnd();

        boolean isPreviousGone();

        int channels();
    }

    private final EventPublisher publisher;
    private final AccountDoubt doubt;
    private final AccountStanding standing;
    private final NanoClock clock;
    private final SessionStatus status = new SessionStatus();

    SessionTeller(
            EventPublisher publisher,
            AccountDoubt doubt,
            AccountStanding standing,
            NanoClock clock) {
        this.doubt = doubt;
        this.standing = standing;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Tells how the session is now, and was before, with the reason. */
    void tell(Subject life, SessionState previous, int code, String text) {
        SessionRole role = life.role();
        if (!role.isPrimary() && !publisher.hasRoomForMinorStatus()) {
            return;
        }
        status.wrap(publisher.beginStatus(clock.nanoTime())).connection(life.connection());
        status.isPrimary(role.isPrimary()).number(role.number());
        status.state(life.state()).previousState(previous);
        status.isAuthenticated(life.isAuthenticated());
        status.isAccountInDoubt(doubt.isBegun()).isAccountTold(standing.isToldWhole());
        status.isPreviousGone(life.isPreviousGone());
        boolean isEnd = life.isClosedAtEnd() && life.state() != previous;
        status.isClosedAtEnd(isEnd);
        boolean takesAlong =
                !isEnd && !role.isPrimary() && life.state() == SessionState.DISCONNECTED;
        status.code(code)
                .text(takesAlong ? text + "; " + Counts.of(life.channels(), "channel") : text);
        publisher.publishStatus();
    }
}
