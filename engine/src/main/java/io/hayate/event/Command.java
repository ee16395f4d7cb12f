package io.hayate.event;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;

import org.agrona.MutableDirectBuffer;

/**
 * A command for the strategy thread: a flyweight over the body of an {@link Event}, whose header
 * names the instrument.
 */
public final class Command {
    private static final int AMOUNT_OFFSET = 0;
    private static final int TYPE_OFFSET = AMOUNT_OFFSET + SIZE_OF_DOUBLE;

    private MutableDirectBuffer buffer;
    private int offset;

    /** Points this flyweight at a slot; valid until the callback that holds the slot returns. */
    public Command wrap(Event event) {
        buffer = event.buffer();
        offset = event.bodyOffset();
        return this;
    }

    /** Amount of an order, in the base currency, positive; 0 for other commands. */
    public double amount() {
        return buffer.getDouble(offset + AMOUNT_OFFSET);
    }

    /** Sets {@link #amount()}. */
    public Command amount(double amount) {
        buffer.putDouble(offset + AMOUNT_OFFSET, amount);
        return this;
    }

    /** What is asked for. */
    public CommandType type() {
        return CommandType.ofCode(buffer.getInt(offset + TYPE_OFFSET));
    }

    /** Sets {@link #type()}. */
    public Command type(CommandType type) {
        buffer.putInt(offset + TYPE_OFFSET, type.code());
        return this;
    }
}
