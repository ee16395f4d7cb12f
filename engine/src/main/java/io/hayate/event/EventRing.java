package io.hayate.event;

/**
 * The ring between the loops, which alone write, and the strategy, which alone reads. Claiming and
 * publishing never wait. Nothing allocates after construction.
 */
public interface EventRing {
    /** What {@link #tryClaim} answers when there is no room. */
    long NO_ROOM = -1;

    /**
     * A ring of so many slots.
     *
     * @param capacity a power of two
     * @param wakes true when the consumer may sleep in {@link #await}, so that a publish must look
     */
    static EventRing create(int capacity, boolean wakes) {
        return create(capacity, wakes, 1);
    }

    /**
     * A ring that so many threads write.
     *
     * @param capacity a power of two
     * @param wakes true when the consumer may sleep in {@link #await}, so that a publish must look
     * @param writers how many threads claim and publish
     */
    static EventRing create(int capacity, boolean wakes, int writers) {
        return new DisruptorEventRing(capacity, wakes, writers > 1);
    }

    /** Slots of the ring, a power of two. */
    int capacity();

    /** Loop: true when so many slots are free; of several writers another may take them first. */
    boolean hasRoom(int slots);

    /** Events published, or about to be, and not yet taken; exact on the threads of the ring. */
    int size();

    /**
     * Loop: when the frame of the oldest event not yet taken was read, in ns of {@link
     * System#nanoTime()}; {@code nowNs} when there is none.
     */
    long oldestTimeNs(long nowNs);

    /**
     * Loop: takes the next slots, of which there must be room, and returns the last's number. For a
     * ring of one writer; of several each uses {@link #tryClaim}.
     */
    long claim(int slots);

    /**
     * Loop: takes the next slots, provided that there is room for them and for so many more, and
     * returns the number of the first; else {@link #NO_ROOM}. Whoever claims publishes, always.
     *
     * @param spare slots that must stay free for what is more important
     */
    long tryClaim(int slots, int spare);

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
