package io.hayate.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Event;
import io.hayate.intake.SequenceCheck.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                List.of(Step.NEXT, Step.GAP, Step.LATE, Step.NEXT, Step.NEXT),
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

    @ParameterizedTest
    @CsvSource({
        "1 2 5 3 4 6, NEXT NEXT GAP LATE LATE NEXT",
        "1 2 5 4 3 6, NEXT NEXT GAP LATE LATE NEXT",
        "1 2 5 3 6 4 7, NEXT NEXT GAP LATE NEXT LATE NEXT",
        "1 2 5 3 4 8, NEXT NEXT GAP LATE LATE GAP",
        "1 3 5 2 4 6, NEXT GAP GAP LATE LATE NEXT",
        "1 2 5 3 4 6 1 2 3 4, NEXT NEXT GAP LATE LATE NEXT BACK NEXT NEXT NEXT",
        "1 2 3 4 2 3 5 6, NEXT NEXT NEXT NEXT BACK NEXT NEXT NEXT",
        "1 2 2 3 3 4, NEXT NEXT REPEAT NEXT REPEAT NEXT",
        "1000 1 2 5 3 4 6, NEXT BACK NEXT GAP LATE LATE NEXT",
        "1000 1 2 3 7 8, NEXT BACK NEXT NEXT GAP NEXT"
    })
    void shouldTellEachGapOnce(String numbers, String told) {
        List<String> steps = new ArrayList<>();
        for (String number : numbers.split(" ", 0)) {
            steps.add(check.onNumber(Long.parseLong(number)).name());
        }

        assertEquals(told, String.join(" ", steps));
    }

    @Test
    void shouldTakeAHundredLateFramesInOrder() {
        steps(1, 2, 103);
        for (int number = 3; number < 103; number++) {
            assertEquals(Step.LATE, check.onNumber(number));
        }

        assertEquals(Step.NEXT, check.onNumber(104));
    }
}
