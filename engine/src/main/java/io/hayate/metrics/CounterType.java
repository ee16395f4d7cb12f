package io.hayate.metrics;

/** What a counter in the counters' memory means: a {@link Counter}, a {@link Gauge}, or a {@link ChannelSlot}. */
public interface CounterType {
    /** The number that stands for it in the memory, and in a file of it; never given to another meaning. */
    int typeId();

    /** The words for a person. */
    String title();

    /** What one of it is: {@code ns}, {@code us}, {@code bytes}, {@code 1e-8}, or {@code 1} for a plain number. */
    String unit();

    /** How it moves. */
    CounterKind kind();
}
