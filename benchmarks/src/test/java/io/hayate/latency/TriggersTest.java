package io.hayate.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TriggersTest {
    private static final long OWN_ID = 1_795_410_166_753L; // a client's, which names no trigger

    private final Triggers triggers = new Triggers();

    @Test
    void shouldMatchByIdWhenIdNamesUnansweredTrigger() {
        triggers.make();
        int second = triggers.make();
        triggers.sent(10, 5);

        assertEquals(1, triggers.answer(second));
        assertEquals(1, triggers.unanswered());
    }

    @Test
    void shouldMatchOldestWhenIdIsTheClientsOwn() {
        int first = triggers.make();
        triggers.make();
        triggers.make();
        triggers.sent(10, 5);
        triggers.answer(first);

        assertEquals(1, triggers.answer(OWN_ID));
        assertEquals(2, triggers.answer(0));
    }

    @Test
    void shouldMatchNothingWhenTriggerIsAnsweredAlready() {
        int first = triggers.make();
        triggers.make();
        triggers.sent(10, 5);
        triggers.answer(first);

        assertEquals(Triggers.NONE, triggers.answer(first));
        assertEquals(1, triggers.unanswered());
    }

    @Test
    void shouldMatchNothingWhenTriggerHasNotLeft() {
        int first = triggers.make();

        assertEquals(Triggers.NONE, triggers.answer(first));
        assertEquals(Triggers.NONE, triggers.answer(OWN_ID));
        assertEquals(1, triggers.unanswered());
    }

    @Test
    void shouldMatchNothingWhenNoTriggerWasMade() {
        assertEquals(Triggers.NONE, triggers.answer(OWN_ID));
        assertEquals(Triggers.NONE, triggers.answer(Triggers.FIRST_ID));
    }

    @Test
    void shouldKeepTimesOfEachTriggerWhenGroupsLeaveApart() {
        triggers.make();
        triggers.sent(10, 5);
        triggers.make();
        triggers.sent(30, 25);

        assertEquals(10, triggers.sentNs(0));
        assertEquals(5, triggers.dueNs(0));
        assertEquals(30, triggers.sentNs(1));
        assertEquals(25, triggers.dueNs(1));
    }

    @Test
    void shouldCountMissedWhenGivenUp() {
        int first = triggers.make();
        int second = triggers.make();
        triggers.make();
        triggers.sent(10, 5);
        triggers.answer(second);

        assertEquals(2, triggers.giveUp());
        assertEquals(0, triggers.unanswered());
        assertEquals(Triggers.NONE, triggers.answer(first));
        assertEquals(Triggers.NONE, triggers.answer(OWN_ID));
    }

    @Test
    void shouldHaveNoRoomWhenTooManyAreUnanswered() {
        for (int i = 0; i < Triggers.OUTSTANDING_MAX; i++) {
            assertTrue(triggers.hasRoom());
            triggers.make();
        }
        assertFalse(triggers.hasRoom());
        triggers.sent(10, 5);
        triggers.answer(Triggers.FIRST_ID);

        assertTrue(triggers.hasRoom());
    }

    @Test
    void shouldMatchLatestWhenIdsComeRoundAgain() {
        for (int i = 0; i < Triggers.IDS; i++) {
            triggers.make();
            triggers.sent(i, i);
            triggers.answer(OWN_ID);
        }
        int again = triggers.make();
        triggers.sent(10, 5);

        assertEquals(Triggers.FIRST_ID, again);
        assertEquals(Triggers.IDS, triggers.answer(again));
    }
}
