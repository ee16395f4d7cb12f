package io.hayate.event;

/**
 * The ring between the loop, which alone writes, and the strategy, which alone reads. Claiming and
 * publishing never wait: ask for room first. Nothing allocates after construction.
 */
public interface EventRing {
    /**
     * A ring of so many slots.
     *
     * @param capacity a power of two
     * @param wakes true when the consumer may sleep in {@link #await}, so that a publish must look
     */
    static EventRing create(int capacity, boolean wakes) {
        return new DisruptorEventRing(capacity, wakes);
    }

    int capacity();

    /** Loop: true when so many slots are free. */
    boolean hasRoom(int slots);

    /** Events published and not yet taken; exact on the two threads of the ring. */
    int size();

    /**
     * Loop: when the frame of the oldest event not yet taken was read, in ns of {@link
     * System#nanoTime()}; {@code nowNs} when there is none.
     */
    long oldestTimeNs(long nowNs);

    /** Loop: takes the next slots, of which there must be room, and returns the last's number. */
    long claim(int slots);

    /** The slot with this number, between its claim and its publish. */
    Event slot(long sequence);

    /** Loop: hands over the slots from {@code first} to {@code last}, which were claimed last. */
    void publish(long first, long last);

    /** Consumer: gives at most {@code limit} events to the listener and returns how many. */
    int poll(EventListener listener, int limit);

    /** Consumer: sleeps until something is published, {@link #wake} is called or time is over. */
    void await(long timeoutNs);

    /** Any thread: ends the consumer's sleep. */
    void wake();
}
