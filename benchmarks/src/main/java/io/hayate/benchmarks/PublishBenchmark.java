package io.hayate.benchmarks;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;
import io.hayate.event.Event;
import io.hayate.event.EventListener;
import io.hayate.event.EventRing;
import io.hayate.event.EventType;
import io.hayate.event.Ticker;
import java.util.concurrent.ArrayBlockingQueue;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * Cost of an event from claim to consumer, all on one thread as in topology {@code one-thread}: claim
 * a slot, fill in four numbers, publish, poll, read them. Ours are slots off heap; against them
 * slots that are objects, and a queue of new objects.
 */
public class PublishBenchmark extends BenchmarkDefaults {
    private static final int CAPACITY = 4_096;

    private final EventRing ring = new EventRing(CAPACITY, false);
    private final EventListener onEvent = this::onEvent;
    private final Ticker ticker = new Ticker();
    private final RingBuffer<Quote> quotes =
            RingBuffer.createSingleProducer(Quote::new, CAPACITY, new BusySpinWaitStrategy());
    private final EventPoller<Quote> poller = quotes.newPoller();
    private final EventPoller.Handler<Quote> onQuote = this::onQuote;
    private final ArrayBlockingQueue<Quote> queue = new ArrayBlockingQueue<>(CAPACITY);
    private double price = 86_717;
    private double seen;

    /** An event as an object. */
    private static final class Quote {
        private double bidPrice;
        private double bidAmount;
        private double askPrice;
        private double askAmount;

        private Quote set(double price) {
            bidPrice = price;
            bidAmount = 1;
            askPrice = price + 1;
            askAmount = 2;
            return this;
        }

        private double sum() {
            return bidPrice + bidAmount + askPrice + askAmount;
        }
    }

    /** Gates the ring of objects as ours is gated. */
    public PublishBenchmark() {
        quotes.addGatingSequences(poller.getSequence());
    }

    /** Our ring. */
    @Benchmark
    public double hayate() {
        if (!ring.hasRoom(1)) {
            throw new IllegalStateException("all is polled at once");
        }
        price++;
        long sequence = ring.claim(1);
        Event event = ring.slot(sequence).begin(0, sequence);
        ticker.wrap(event).bidPrice(price).bidAmount(1).askPrice(price + 1).askAmount(2);
        event.type(EventType.TICKER);
        ring.publish(sequence, sequence);
        ring.poll(onEvent, 1);
        return seen;
    }

    private void onEvent(Event event) {
        ticker.wrap(event);
        seen = ticker.bidPrice() + ticker.bidAmount() + ticker.askPrice() + ticker.askAmount();
    }

    /** The same library with slots that are objects. */
    @Benchmark
    public double disruptorObjects() throws Exception {
        long sequence = quotes.next();
        quotes.get(sequence).set(price++);
        quotes.publish(sequence);
        poller.poll(onQuote);
        return seen;
    }

    private boolean onQuote(Quote quote, long sequence, boolean endOfBatch) {
        seen = quote.sum();
        return true;
    }

    /** A new object each time, through a queue with a lock. */
    @Benchmark
    public double arrayBlockingQueue() {
        if (!queue.offer(new Quote().set(price++))) {
            throw new IllegalStateException("all is polled at once");
        }
        Quote quote = queue.poll();
        return quote.sum();
    }
}
