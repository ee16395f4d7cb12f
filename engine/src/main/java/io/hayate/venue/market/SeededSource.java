package io.hayate.venue.market;

import io.hayate.model.Side;

/** A price that wanders by a seed, makers who follow it, and takers. */
final class SeededSource implements MarketSource {
    private final PriceProcess price;
    private final SyntheticMakers makers;
    private final SyntheticTakers takers;

    SeededSource(PriceProcess price, SyntheticMakers makers, SyntheticTakers takers) {
        this.price = price;
        this.makers = makers;
        this.takers = takers;
        makers.start(price.bid(), price.ask());
    }

    @Override
    public int bid() {
        return price.bid();
    }

    @Override
    public int ask() {
        return price.ask();
    }

    @Override
    public void step() {
        price.step();
        makers.follow(price.bid(), price.ask());
        takers.take(price.last() == price.ask() ? Side.BUY : Side.SELL);
    }

    @Override
    public void act(int count) {
        makers.act(count);
    }

    @Override
    public long tradeTimeMs() {
        return takers.timeMs();
    }
}
