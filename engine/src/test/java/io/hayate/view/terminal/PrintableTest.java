package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void shouldShowControlCharactersWhenTextHoldsThem() {
        assertEquals("a\\u001b[2Jb\\u0007\\u000d\\u000a", Printable.line("a\033[2Jb\007\r\n"));
        assertEquals("\\u007f\\u009b31m", Printable.line("\u007f\u009b31m"));
    }

    @Test
    void shouldShowCharactersThatTurnTextAroundWhenTextHoldsThem() {
        assertEquals("x\\u202ey\\u2028", Printable.line("x\u202ey\u2028"));
    }

    @Test
    void shouldShowHalfOfCharacterWhenOtherHalfIsMissing() {
        assertEquals("\\ud83d", Printable.line("\ud83d"));
    }

    @Test
    void shouldKeepLettersOfAnyScriptWhenTheyAreHarmless() {
        assertEquals("Größe 疾風 \ud83d\ude00", Printable.line("Größe 疾風 \ud83d\ude00"));
    }

    @Test
    void shouldKeepLineFeedsWhenTextIsSeveralLines() {
        assertEquals("a\nb\\u0009c", Printable.lines("a\nb\tc"));
    }
}
