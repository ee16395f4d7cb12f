package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Event;
import io.hayate.session.SequenceCheck.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceCheckTest {
    private final SequenceCheck check = new SequenceCheck();

    private List<Step> steps(long... numbers) {
        List<Step> steps = new ArrayList<>();
        for (long number : numbers) {
            steps.add(check.onNumber(number));
        }
        return steps;
    }

    @Test
    void shouldTakeNumbersThatRiseByOneFromWhereverTheyStart() {
        assertEquals(List.of(Step.NEXT, Step.NEXT, Step.NEXT), steps(41, 42, 43));
    }

    @Test
    void shouldSeeAGapAndGoOnBehindIt() {
        assertEquals(List.of(Step.NEXT, Step.GAP), steps(1, 4));
        assertEquals("frame 2 was due: a gap and 4 came", check.describe(Step.GAP));
        assertEquals(Step.NEXT, check.onNumber(5));
    }

    @Test
    void shouldSeeARepeatAndGoOnBehindIt() {
        assertEquals(List.of(Step.NEXT, Step.REPEAT, Step.NEXT), steps(7, 7, 8));
    }

    @Test
    void shouldSeeOneFrameThatCameLateAndGoOnWhereItWas() {
        assertEquals(
                List.of(Step.NEXT, Step.GAP, Step.BACK, Step.NEXT, Step.NEXT),
                steps(1, 3, 2, 4, 5));
    }

    @Test
    void shouldFollowAVenueThatBeginsToCountAnew() {
        assertEquals(List.of(Step.NEXT, Step.BACK, Step.NEXT, Step.NEXT), steps(1_000, 1, 2, 3));
    }

    @Test
    void shouldNotWatchFramesWithoutNumber() {
        assertEquals(
                List.of(Step.NEXT, Step.NEXT, Step.NEXT, Step.NEXT),
                steps(Event.NO_SEQUENCE, 9, Event.NO_SEQUENCE, 10));
    }

    @Test
    void shouldCountAnewOnANewConnection() {
        check.onNumber(9);

        check.reset();

        assertEquals(List.of(Step.NEXT, Step.NEXT), steps(1, 2));
    }

    @Test
    void shouldLetTheAccountsNumberRepeatAndJumpButNotStepBack() {
        assertTrue(check.isAccountInOrder(Event.NO_SEQUENCE));
        assertTrue(check.isAccountInOrder(0));
        assertTrue(check.isAccountInOrder(15_214));
        assertTrue(check.isAccountInOrder(15_214));
        assertTrue(check.isAccountInOrder(15_300));
        assertFalse(check.isAccountInOrder(15_299));
        assertTrue(check.isAccountInOrder(0));
    }
}
