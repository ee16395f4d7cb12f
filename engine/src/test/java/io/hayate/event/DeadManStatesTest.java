package io.hayate.event;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** When {@link DeadManArming} lets the dead-man switch be armed, and new orders leave. */
class DeadManStatesTest {
    private final DeadManArming careful = new DeadManArming(true);

    @Test
    void shouldArmWhateverIsOpenWithoutCare() {
        DeadManArming careless = new DeadManArming(false);
        careless.onOthers(1, 3);
        assertTrue(careless.mayArm());
        assertTrue(careless.settle(1, true, 3));
        assertFalse(careless.isBlocked());
    }

    @Test
    void shouldArmWhereNobodyLooksAndNothingIsOpen() {
        assertFalse(careful.isLookAwaited());
        assertTrue(careful.mayArm());
        assertTrue(careful.settle(1, true, 0));
    }

    @Test
    void shouldKeepOrdersBackWhereNobodyLookedAndOthersTurnOutToHaveSome() {
        assertTrue(careful.mayArm());
        assertFalse(careful.settle(1, true, 2)); // whose they are is not known yet
        assertFalse(careful.isBlocked());
        careful.onOthers(1, 2);
        assertFalse(careful.settle(1, true, 2));
        assertTrue(careful.isBlocked());
        assertFalse(careful.isToArm(1, true, 2)); // our own close would cancel them
        assertFalse(careful.mayArm());

        careful.onOthers(1, 0);
        assertTrue(careful.settle(1, true, 1));
        assertFalse(careful.isBlocked());
    }

    @Test
    void shouldWaitForTheLookAndGoByIt() {
        careful.onLookBegun();
        assertTrue(careful.isLookAwaited());
        assertFalse(careful.mayArm()); // where the answer is late, too
        careful.onLooked(0);
        assertTrue(careful.isLookAwaited()); // until the loop takes it
        assertTrue(careful.takeLook());
        assertFalse(careful.takeLook());
        assertFalse(careful.isLookAwaited());
        assertTrue(careful.mayArm());
        assertTrue(careful.settle(1, true, 5)); // they came since, or are ours
    }

    @Test
    void shouldArmOnAFreshConnectionOnceOthersHaveNone() {
        careful.onLookBegun();
        careful.onLooked(2);
        assertTrue(careful.takeLook());
        assertFalse(careful.mayArm());
        careful.onOthers(1, 2);
        assertFalse(careful.settle(1, false, 3));
        assertFalse(careful.isToArm(1, false, 3));
        careful.onOthers(1, 0);
        assertFalse(careful.settle(1, false, 1)); // not without the switch
        assertTrue(careful.isToArm(1, false, 1));
        assertTrue(careful.mayArm());
        assertTrue(careful.settle(2, true, 0));
    }

    @Test
    void shouldTakeNoWordOfAConnectionForThatOfAnother() {
        careful.onLookBegun();
        careful.onLooked(DeadManArming.UNKNOWN);
        assertTrue(careful.takeLook());
        careful.onOthers(1, 0);
        assertFalse(careful.isToArm(2, false, 1));
        assertFalse(careful.settle(2, true, 1));
    }

    @Test
    void shouldStayArmedForOrdersOfOthersThatComeLater() {
        assertTrue(careful.settle(1, true, 0));
        careful.onOthers(1, 2);
        assertTrue(careful.settle(1, true, 2));
        assertTrue(careful.settle(2, true, 2));
        assertTrue(careful.mayArm());
        assertFalse(careful.isBlocked());
    }
}
