package io.hayate.history;

import io.hayate.codec.PairListDecoder;
import io.hayate.model.AmountLimits;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Reads the venue's own list of pairs once, for the smallest and largest amounts of orders, and has them
 * known for each instrument, those that come later included. While it cannot be read it is tried again;
 * the venue itself refuses what is too small.
 *
 * <p>A thread of its own, {@code pairs}.
 */
public final class PairList implements AutoCloseable {
    private static final String PATH = "/v2/conf/pub:info:pair,pub:info:pair:futures";
    private static final long RETRY_MS = 60_000;
    private static final long POLL_MS = 500;

    private final URI address;
    private final PublicRest rest;
    private final Instruments instruments;
    private final AmountLimits limits;
    private final BooleanSupplier isLive;
    private final BiConsumer<String, Throwable> teller;
    private final Thread thread = new Thread(this::run, "pairs");
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, long[]> pairs = new HashMap<>();
    private int applied;
    private Throwable failure;

    /**
     * A list that is not read yet.
     *
     * @param venue where the venue's WebSocket is
     * @param rest asks the venue
     * @param isLive true once the venue has answered otherwise: it is not asked before
     * @param teller told once why the list could not be read; another thread
     */
    public PairList(
            URI venue,
            PublicRest rest,
            Instruments instruments,
            AmountLimits limits,
            BooleanSupplier isLive,
            BiConsumer<String, Throwable> teller) {
        address = restOf(venue);
        this.rest = rest;
        this.instruments = instruments;
        this.limits = limits;
        this.isLive = isLive;
        this.teller = teller;
        thread.setDaemon(true);
    }

    /** The same host and port by HTTP: {@code wss://host/ws/2} becomes {@code https://host/..}. */
    static URI restOf(URI venue) {
        return PublicRest.of(venue, PATH);
    }

    /** Starts to read it. */
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!isLive.getAsBoolean()) {
                if (closed.await(POLL_MS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            readUntilThere();
            while (!closed.await(POLL_MS, TimeUnit.MILLISECONDS)) {
                apply();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readUntilThere() throws InterruptedException {
        boolean isTold = false;
        while (!look()) {
            if (!isTold) {
                String host = address.getHost();
                teller.accept(
                        "the exchange's list of smallest amounts cannot be read from "
                                + host
                                + ": orders are not checked against it; it is tried each minute",
                        failure);
            }
            isTold = true;
            if (closed.await(RETRY_MS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** Reads it, and has it known; false when it cannot be read. */
    boolean look() {
        boolean isRead = isRead();
        apply();
        return isRead;
    }

    private boolean isRead() {
        try {
            byte[] text = rest.get(address);
            PairListDecoder.decode(
                    text,
                    text.length,
                    (name, least, most) -> pairs.put("t" + name, new long[] {least, most}));
            return true;
        } catch (IOException | RuntimeException e) {
            failure = e;
            return false;
        }
    }

    private void apply() {
        for (int known = pairs.isEmpty() ? 0 : instruments.count(); applied < known; applied++) {
            Instrument instrument = instruments.get(applied);
            long[] amounts = pairs.get(instrument.symbol());
            if (amounts != null) {
                limits.set(applied, amounts[0], amounts[1]);
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }
}
