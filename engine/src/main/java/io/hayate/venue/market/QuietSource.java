package io.hayate.venue.market;

import io.hayate.venue.book.LimitBook;
import org.agrona.concurrent.EpochClock;

/** Nobody: only clients put orders into the book, and trade. */
final class QuietSource implements MarketSource {
    private final PrintTape tape;
    private final EpochClock clock;

    QuietSource(PrintTape tape, EpochClock clock) {
        this.tape = tape;
        this.clock = clock;
    }

    @Override
    public int bid() {
        return (int) (tape.day().last() / LimitBook.TICK);
    }

    @Override
    public int ask() {
        return bid();
    }

    @Override
    public void step() {}

    @Override
    public void act(int count) {}

    @Override
    public long tradeTimeMs() {
        return clock.time();
    }
}
