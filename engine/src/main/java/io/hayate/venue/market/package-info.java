/**
 * Markets: a book, a tape of trades, the figures of a day and a ticker each, and what moves them. A
 * {@link io.hayate.venue.market.MarketSource} moves a market; those here make everything up from a
 * seed, {@link io.hayate.venue.market.MarketMaker} makes the markets.
 */
package io.hayate.venue.market;
