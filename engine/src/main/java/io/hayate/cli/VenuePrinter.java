package io.hayate.cli;

import io.hayate.model.Counts;
import io.hayate.model.Printable;
import io.hayate.venue.VenueListener;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Prints what the clients of a venue do, on a thread of its own: so many lines a second, what is
 * more is counted and told. A terminal that does not take the lines stops nobody but this thread.
 */
final class VenuePrinter implements VenueListener {
    static final int LINES_PER_SECOND = 20;
    static final int COLUMNS = 79;

    private static final int WAITING_MAX = 1_024;
    private static final int POLL_MS = 200;
    private static final long SECOND_NS = 1_000_000_000;
    private static final long END_MAX_MS = 2_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss ");

    private final PrintWriter out;
    private final boolean quiet;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final AtomicLong clientsLeftOut = new AtomicLong();
    private final AtomicLong ordersLeftOut = new AtomicLong();
    private final Thread thread = new Thread(this::run, "venue-printer");
    private long secondStartNs = System.nanoTime(); // venue thread
    private int linesInSecond; // venue thread
    private List<String> first = List.of(); // set before the thread starts
    private List<String> last = List.of(); // set before it ends
    private volatile boolean ending;

    /**
     * A printer that waits for lines.
     *
     * @param quiet leaves out what clients do
     */
    VenuePrinter(PrintWriter out, boolean quiet) {
        this.out = out;
        this.quiet = quiet;
        thread.setDaemon(true);
    }

    /** Prints these lines, then what comes. */
    void start(List<String> lines) {
        first = lines;
        thread.start();
    }

    @Override
    public void onNews(Subject subject, Supplier<String> text) {
        if (quiet) {
            return;
        }
        long nowNs = System.nanoTime();
        if (nowNs - secondStartNs >= SECOND_NS) {
            secondStartNs = nowNs;
            linesInSecond = 0;
        }
        boolean told =
                linesInSecond < LINES_PER_SECOND
                        && waiting.offer(
                                cut(
                                        LocalTime.now(ZoneId.systemDefault()).format(TIME)
                                                + Printable.line(text.get())));
        if (told) {
            linesInSecond++;
        } else {
            (subject == Subject.CLIENT ? clientsLeftOut : ordersLeftOut).incrementAndGet();
        }
    }

    /** Prints these lines last and ends; waits only so long for a terminal that takes nothing. */
    void end(List<String> lines) throws InterruptedException {
        last = lines;
        ending = true;
        thread.join(END_MAX_MS);
    }

    private void run() {
        long toldNs = System.nanoTime();
        first.forEach(out::println);
        out.flush();
        try {
            for (String line = next(); line != null || !ending; line = next()) {
                if (line != null) {
                    out.println(line);
                }
                if (System.nanoTime() - toldNs >= SECOND_NS || ending) {
                    toldNs = System.nanoTime();
                    tellLeftOut();
                }
                out.flush();
            }
            tellLeftOut();
            last.forEach(out::println);
            out.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String next() throws InterruptedException {
        return waiting.poll(ending ? 0 : POLL_MS, TimeUnit.MILLISECONDS);
    }

    private void tellLeftOut() {
        long clients = clientsLeftOut.getAndSet(0);
        long orders = ordersLeftOut.getAndSet(0);
        if (clients + orders > 0) {
            out.println(leftOut(clients, orders));
        }
    }

    static String leftOut(long clients, long orders) {
        return String.format(
                Locale.ROOT,
                "... left out: %s of clients, %,d of orders",
                Counts.grouped(clients, "line"),
                orders);
    }

    /** A line that fits the terminal; one that was longer ends with three points. */
    static String cut(String line) {
        return line.length() <= COLUMNS ? line : line.substring(0, COLUMNS - 3) + "...";
    }
}
