package io.hayate.intake;

/**
 * What a session's channels of market data share.
 *
 * @param board their health
 * @param room what waits for room in the ring
 * @param market writes their rows
 */
public record IntakeChannels(HealthBoard board, RoomWait room, MarketFrames market) {}
