package io.hayate.market;

import io.hayate.event.SharedReads;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;

/**
 * What is heard of markets, and what is kept of it.
 *
 * @param instruments by their numbers
 * @param channels every channel of market data by number
 * @param stores memory for books, prints and candles of those channels
 * @param reads by which the strategy's side reads what loops know of those channels
 */
public record KnownMarkets(
        Instruments instruments,
        MarketChannels channels,
        ChannelStores stores,
        SharedReads reads) {}
