package io.hayate.metrics;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.CountersManager;
import org.agrona.concurrent.status.CountersReader;

/** Makes counters with key and label; one thread at a time. */
final class CounterMaker {
    /** In place of the number of a counter that found no room. */
    static final int NONE = CountersReader.NULL_COUNTER_ID;

    private CounterMaker() {}

    /** Makes one; returns its number, or {@link #NONE} when there is no room. */
    static int make(
            CountersManager manager, CounterType type, String first, String second, String label) {
        if (manager.available() == 0) {
            return NONE;
        }
        ExpandableArrayBuffer key = new ExpandableArrayBuffer(CountersReader.MAX_KEY_LENGTH);
        int keyLength = CounterKey.write(key, first, second);
        UnsafeBuffer text = new UnsafeBuffer(bytes(label));
        return manager.allocate(type.typeId(), key, 0, keyLength, text, 0, text.capacity());
    }

    /** Gives one another label. */
    static void label(CountersManager manager, int id, String label) {
        manager.setCounterLabel(id, new String(bytes(label), StandardCharsets.UTF_8));
    }

    /** As many bytes as a label takes, none of them half of a character. */
    private static byte[] bytes(String label) {
        byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, CountersReader.MAX_LABEL_LENGTH);
        while (length < bytes.length && (bytes[length] & 0xC0) == 0x80) {
            length--;
        }
        return Arrays.copyOf(bytes, length);
    }
}
