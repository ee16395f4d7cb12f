package io.hayate.event;

import static org.agrona.BitUtil.SIZE_OF_INT;

import io.hayate.model.Health;
import org.agrona.MutableDirectBuffer;

/**
 * A channel of market data changed its health: a flyweight over the body of an {@link Event}, whose
 * header names the channel and its instrument. The header's health is {@link #health()}, too.
 */
public final class ChannelStatus {
    /** The text of a channel that the venue refused begins so; the venue's words follow. */
    public static final String REFUSED = "the venue refused it: ";

    private static final int PREVIOUS_OFFSET = 0;
    private static final int CODE_OFFSET = PREVIOUS_OFFSET + SIZE_OF_INT;
    private static final int TEXT_OFFSET = CODE_OFFSET + SIZE_OF_INT;

    private Event event;
    private MutableDirectBuffer buffer;
    private int offset;

    /** Points this flyweight at a slot; valid until the callback that holds the slot returns. */
    public ChannelStatus wrap(Event slot) {
        event = slot;
        buffer = slot.buffer();
        offset = slot.bodyOffset();
        return this;
    }

    /** Number of the channel. */
    public int channelId() {
        return event.channelId();
    }

    /** What is known against the channel from now on: words of {@link Health}. */
    public int health() {
        return event.health();
    }

    /** What was known against it until now: words of {@link Health}. */
    public int previousHealth() {
        return buffer.getInt(offset + PREVIOUS_OFFSET);
    }

    /** Sets {@link #previousHealth()}. */
    public ChannelStatus previousHealth(int health) {
        buffer.putInt(offset + PREVIOUS_OFFSET, health);
        return this;
    }

    /** True when nothing is known against it. */
    public boolean isHealthy() {
        return Health.isHealthy(health());
    }

    /** The venue's code where it refused something; else 0. */
    public int code() {
        return buffer.getInt(offset + CODE_OFFSET);
    }

    /** Number that stands for it in a buffer. */
    public ChannelStatus code(int code) {
        buffer.putInt(offset + CODE_OFFSET, code);
        return this;
    }

    /** Why, in words for a person. Allocates. */
    public String text() {
        return EventText.get(buffer, offset + TEXT_OFFSET);
    }

    /** Sets {@link #text()}. */
    public ChannelStatus text(CharSequence text) {
        EventText.put(buffer, offset + TEXT_OFFSET, text);
        return this;
    }
}
