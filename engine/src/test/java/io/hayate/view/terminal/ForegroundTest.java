package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ForegroundTest {
    @Test
    void shouldBeForegroundWhenTerminalIsOfItsGroup() {
        assertTrue(Foreground.isForeground("12 (java) S 1 12 10 34816 12 4194304 0"));
    }

    @Test
    void shouldBeBackgroundWhenTerminalIsOfAnotherGroup() {
        assertFalse(Foreground.isForeground("12 (java) S 1 12 10 34816 10 4194304 0"));
    }

    @Test
    void shouldReadFieldsBehindNameWhenNameHoldsBracketsAndBlanks() {
        assertFalse(Foreground.isForeground("12 (a) 1 2) x) R 1 12 10 34816 10 4194304 0"));
    }

    @Test
    void shouldBeForegroundWhenThereIsNoTerminalToShare() {
        assertTrue(Foreground.isForeground("12 (java) S 1 12 12 0 -1 4194304 0"));
    }

    @Test
    void shouldEndWaitWhenItIsAsked() {
        assertFalse(Foreground.await(() -> false, () -> true));
        assertTrue(Foreground.await(() -> true, () -> false));
    }
}
