package io.hayate.venue.base;

import java.util.UUID;

/** The numbers that the venue gives out: seeded, rising, never twice. */
public final class VenueIds {
    private static final long ORDER_BASE = 200_000_000_000L;
    private static final long TRADE_BASE = 1_700_000_000L;
    private static final long POSITION_BASE = 140_000_000L;
    private static final int BASE_SPREAD = 100_000_000;
    private static final int STEP_MAX = 40; // others trade here, too

    private final long seed;
    private final Random64 random;
    private long orderId;
    private long tradeId;
    private long positionId = POSITION_BASE;
    private long connections;

    /** Ids that begin by this seed. */
    public VenueIds(long seed) {
        this.seed = seed;
        random = Random64.of(seed, "ids");
        orderId = ORDER_BASE + random.below(BASE_SPREAD);
        tradeId = TRADE_BASE + random.below(BASE_SPREAD);
    }

    /** The id of the next order, of clients or of those who meet them. */
    public long nextOrderId() {
        orderId += 1 + random.below(STEP_MAX);
        return orderId;
    }

    /** The id of the next trade. */
    public long nextTradeId() {
        return ++tradeId;
    }

    /** The id of the next position. */
    public long nextPositionId() {
        return ++positionId;
    }

    /** The number of the next connection, from 1. */
    public long nextConnection() {
        return ++connections;
    }

    /** A stream of its own for each name. */
    public Random64 stream(String name) {
        return Random64.of(seed, name);
    }

    /** A stream for the channel ids of this connection. */
    public Random64 channelIds(long connection) {
        return Random64.of(seed, "connection " + connection);
    }

    /** The UUID of this name, always the same under one seed. */
    public UUID uuid(String name) {
        Random64 bits = Random64.of(seed, name);
        long high = (bits.next() & ~0xF000L) | 0x4000L; // version 4
        long low = (bits.next() & ~(3L << 62)) | (2L << 62);
        return new UUID(high, low);
    }
}
