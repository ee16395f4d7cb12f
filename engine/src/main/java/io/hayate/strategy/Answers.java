package io.hayate.strategy;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.NoticeType;
import io.hayate.event.Notices;
import io.hayate.event.SessionStatus;
import io.hayate.model.Instrument;
import io.hayate.model.SessionState;

/** Answers to a person at the console, or to who looks on. Strategy thread; allocates nothing. */
final class Answers {
    private final Notices notices;
    private final NoticeType type;
    private final Event event = Event.allocate();
    private final SessionStatus words = new SessionStatus();

    Answers(Notices notices) {
        this(notices, NoticeType.ANSWER);
    }

    /** Answers of this type: in words to the console alone. */
    Answers(Notices notices, NoticeType type) {
        this.notices = notices;
        this.type = type;
    }

    /** Answers with a copy of an event. */
    void give(Event answer) {
        notices.offer(type, answer);
    }

    /** Answers in words. */
    void say(String text) {
        if (type != NoticeType.ANSWER) {
            return; // who looks on sees that there is nothing
        }
        event.begin(Instrument.NONE, 0).type(EventType.SESSION_STATUS);
        words.wrap(event).connection(0).code(0).isAuthenticated(false).isAccountInDoubt(false);
        words.state(SessionState.DISCONNECTED).previousState(SessionState.DISCONNECTED);
        words.text(text);
        give(event);
    }
}
