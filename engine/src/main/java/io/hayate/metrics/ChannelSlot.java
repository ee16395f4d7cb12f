package io.hayate.metrics;

/**
 * The two counters of a channel. Each is a cache line pair of 16 numbers, all of one writer, of which the first
 * is the counter's value: the others lie behind it, where counters of others have nothing.
 */
public enum ChannelSlot implements CounterType {
    /** What the loop knows that reads the channel; the label is the channel's name. */
    LOOP(101, 0, "frames of a channel, and what its loop knows of it"),
    /** What the strategy's thread knows; the label is the name, and behind it why the channel is not live. */
    STRATEGY(102, 1, "right checksums of a channel, and what the strategy's thread knows of it");

    private final int typeId;
    private final int place;
    private final String title;

    ChannelSlot(int typeId, int place, String title) {
        this.typeId = typeId;
        this.place = place;
        this.title = title;
    }

    /** Its place among the two, from 0. */
    public int place() {
        return place;
    }

    @Override
    public int typeId() {
        return typeId;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public CounterKind kind() {
        return CounterKind.COUNT;
    }
}
