package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.TradingHalt;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EngineEndTest {
    private final TradingHalt halt = new TradingHalt();
    private final EngineEnd end = new EngineEnd(halt);

    @Test
    void shouldPrintRefusalOnOneLineWhenVenueWordedItAsCommands() {
        end.onUnreachable("auth refused: \033[2J\033]0;owned\007\r\nhayate: all is well\u009b31m");

        assertEquals(
                "auth refused: \\u001b[2J\\u001b]0;owned\\u0007\\u000d\\u000ahayate: all is well"
                        + "\\u009b31m",
                end.reason().lines());
    }

    @Test
    void shouldPrintExceptionOnItsLineWhenItsTextIsForeign() {
        end.onBroken(new IllegalStateException("plug-in\n\033[1Asaid this"));
        assertEquals(ExitCodes.BROKEN_INVARIANT, end.reason().exitCode());

        assertTrue(
                end.reason()
                        .lines()
                        .startsWith(
                                "a broken invariant stopped the engine\n"
                                        + "java.lang.IllegalStateException:"
                                        + " plug-in\\u000a\\u001b[1Asaid this\n"
                                        + "    at "));
    }

    @Test
    void shouldHaltTradingFromTheFirstReasonOn() {
        end.onAsked();

        assertTrue(halt.isOn());
        assertFalse(halt.resume());
        assertTrue(halt.isOn());
        assertEquals("the engine ends", halt.reason());
    }

    /** Whatever it has gone through: the machine gave too little, and nothing of ours is broken. */
    @Test
    void shouldCallNoInvariantBrokenWhenTheMachineGivesTooLittle() {
        end.onBroken(
                new IllegalStateException(
                        "a task failed", new IOException("/state: No space left on device")));

        assertEquals(ExitCodes.BROKEN_INVARIANT, end.reason().exitCode());
        assertEquals(
                "this machine gives too little: no space is left on a disk", end.reason().lines());
    }
}
