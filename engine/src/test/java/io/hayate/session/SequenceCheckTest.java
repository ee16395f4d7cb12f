package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Event;
import org.junit.jupiter.api.Test;

class SequenceCheckTest {
    private final SequenceCheck check = new SequenceCheck();

    @Test
    void shouldTakeNumbersThatRiseByOneFromWhereverTheyStart() {
        assertTrue(check.isNext(41));
        assertTrue(check.isNext(42));
        assertTrue(check.isNext(43));
    }

    @Test
    void shouldSeeAHoleAndGoOnBehindIt() {
        check.isNext(1);

        assertFalse(check.isNext(4));
        assertEquals(2, check.expected());
        assertEquals(4, check.last());
        assertTrue(check.isNext(5));
    }

    @Test
    void shouldSeeARepeatAndAStepBack() {
        check.isNext(7);

        assertFalse(check.isNext(7));
        assertFalse(check.isNext(3));
        assertTrue(check.isNext(4));
    }

    @Test
    void shouldNotWatchFramesWithoutNumber() {
        assertTrue(check.isNext(Event.NO_SEQUENCE));
        assertTrue(check.isNext(9));
        assertTrue(check.isNext(Event.NO_SEQUENCE));

        assertTrue(check.isNext(10));
    }

    @Test
    void shouldCountAnewOnANewConnection() {
        check.isNext(9);

        check.reset();

        assertTrue(check.isNext(1));
        assertTrue(check.isNext(2));
    }
}
