package io.hayate.strategy;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.NoticeType;
import io.hayate.event.Notices;
import io.hayate.event.SessionStatus;
import io.hayate.model.Instrument;
import io.hayate.model.SessionState;

/** Answers to a person at the console. Strategy thread; allocates nothing. */
final class Answers {
    private final Notices notices;
    private final Event event = Event.allocate();
    private final SessionStatus words = new SessionStatus();

    Answers(Notices notices) {
        this.notices = notices;
    }

    /** Answers with a copy of an event. */
    void give(Event answer) {
        notices.offer(NoticeType.ANSWER, answer);
    }

    /** Answers in words. */
    void say(String text) {
        event.begin(Instrument.NONE, 0).type(EventType.SESSION_STATUS);
        words.wrap(event).connection(0).code(0).isAuthenticated(false).isAccountInDoubt(false);
        words.state(SessionState.DISCONNECTED).previousState(SessionState.DISCONNECTED);
        words.text(text);
        give(event);
    }
}
