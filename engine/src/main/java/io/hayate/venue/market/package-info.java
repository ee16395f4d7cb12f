/**
 * Markets: a book, a tape of trades, the figures of a day and a ticker each, and what moves them. A
 * {@link io.hayate.venue.market.MarketSource} moves a market; the one that there is makes everything up
 * from a seed.
 */
package io.hayate.venue.market;
