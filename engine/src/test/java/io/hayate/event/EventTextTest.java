package io.hayate.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class EventTextTest {
    private static final int INDEX = 4;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[EventText.SIZE + 2 * INDEX]);

    private String written(String text) {
        EventText.put(buffer, INDEX, text);
        String fromText = EventText.get(buffer, INDEX);
        char[] chars = ("##" + text + "#").toCharArray();
        EventText.put(buffer, INDEX, chars, 2, text.length());
        assertEquals(fromText, EventText.get(buffer, INDEX));
        return fromText;
    }

    @Test
    void shouldHoldTextUpToItsBound() {
        String longest = "0123456789abcdef".repeat(8);

        assertEquals("", written(""));
        assertEquals("Invalid price.", written("Invalid price."));
        assertEquals(longest, written(longest));
    }

    @Test
    void shouldCutLongerTextVisibly() {
        String text = "0123456789abcdef".repeat(9);

        assertEquals(text.substring(0, 125) + "...", written(text));
        assertEquals(text.substring(0, 125) + "...", written(text.substring(0, 129)));
    }

    @Test
    void shouldShowQuestionMarkForWhatIsNotPrintableAscii() {
        assertEquals("a?b?c?d?e", written("a\u001bb\nc\u20acd\u007fe"));
        assertEquals("??", written("\ud83d\ude00"));
    }

    @Test
    void shouldWriteNothingBeyondItsPlace() {
        buffer.setMemory(0, buffer.capacity(), (byte) 7);
        written("x".repeat(1_000));

        assertEquals(0x07070707, buffer.getInt(0));
        assertEquals(0x07070707, buffer.getInt(INDEX + EventText.SIZE));
    }

    @Test
    void shouldClear() {
        written("text");
        EventText.clear(buffer, INDEX);

        assertEquals("", EventText.get(buffer, INDEX));
    }

    @Test
    void shouldCompareInPlace() {
        written("USD");

        assertTrue(EventText.equals(buffer, INDEX, "USD"));
        assertFalse(EventText.equals(buffer, INDEX, "UST"));
        assertFalse(EventText.equals(buffer, INDEX, "US"));
        assertFalse(EventText.equals(buffer, INDEX, "USDT"));
    }
}
