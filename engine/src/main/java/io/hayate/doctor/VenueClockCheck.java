package io.hayate.doctor;

import io.hayate.model.Clocks;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.agrona.concurrent.NanoClock;

/**
 * How far this machine's clock is from the venue's, by pings of the protocol. The answer's time is
 * taken as that of the middle between sending and receipt, so half the way there and back is not
 * known; the shortest of some pings counts.
 */
final class VenueClockCheck implements Check {
    private static final int PINGS = 5;
    private static final int PATIENCE_MS = 5_000;
    private static final int TEXT_MAX = 4_096;
    private static final double SOME_MS = 250;
    private static final double MUCH_MS = 2_000;
    private static final Pattern TIME = Pattern.compile("\"ts\"\\s*:\\s*(\\d{1,15})");

    private final URI venue;
    private final Clocks clocks;

    VenueClockCheck(URI venue, Clocks clocks) {
        this.venue = venue;
        this.clocks = clocks;
    }

    @Override
    public String name() {
        return "clock-diff"; // fits the column of names
    }

    @Override
    public Finding examine() {
        Pongs pongs = new Pongs(clocks.nano());
        WebSocket socket = null;
        try {
            socket =
                    HttpClient.newHttpClient()
                            .newWebSocketBuilder()
                            .connectTimeout(Duration.ofMillis(PATIENCE_MS))
                            .buildAsync(venue, pongs)
                            .get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            return measure(socket, pongs);
        } catch (ExecutionException | TimeoutException | IllegalArgumentException e) {
            return unreachable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreachable();
        } finally {
            if (socket != null) {
                socket.abort();
            }
        }
    }

    private Finding unreachable() {
        return Finding.warn("no answer from " + venue, "is that its address, and is it up?");
    }

    private Finding measure(WebSocket socket, Pongs pongs)
            throws InterruptedException, ExecutionException, TimeoutException {
        double bestRoundTripMs = Double.MAX_VALUE;
        double aheadMs = 0;
        for (int i = 0; i < PINGS; i++) {
            double sentMs = clocks.epoch().time();
            long sentNs = clocks.nano().nanoTime();
            socket.sendText("{\"event\":\"ping\",\"cid\":" + i + "}", true)
                    .get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            Pong pong = pongs.received.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
            if (pong == null) {
                return unreachable();
            }
            double roundTripMs = (pong.receivedNs() - sentNs) / 1e6;
            if (roundTripMs < bestRoundTripMs) {
                bestRoundTripMs = roundTripMs;
                aheadMs = sentMs + roundTripMs / 2 - pong.venueMs();
            }
        }
        return judge(aheadMs, bestRoundTripMs);
    }

    /** Says what is known; {@code aheadMs} is of this machine's clock, negative when it is behind. */
    static Finding judge(double aheadMs, double roundTripMs) {
        double unsureMs = roundTripMs / 2 + 1; // and whole milliseconds
        String found =
                String.format(
                        Locale.ROOT,
                        "%.0f ms %s the venue's, give or take %.0f; best of %d pings",
                        Math.abs(aheadMs),
                        aheadMs < 0 ? "behind" : "ahead of",
                        unsureMs,
                        PINGS);
        double atLeastMs = Math.max(0, Math.abs(aheadMs) - unsureMs);
        String advice = "set the clock by NTP, such as with chrony";
        Finding finding =
                atLeastMs >= MUCH_MS
                        ? Finding.fail(found, advice)
                        : atLeastMs >= SOME_MS ? Finding.warn(found, advice) : Finding.ok(found);
        return finding.with("ahead-ms", aheadMs).with("round-trip-ms", roundTripMs);
    }

    private record Pong(long venueMs, long receivedNs) {}

    /** Keeps the answers to pings and forgets all else. */
    private static final class Pongs implements WebSocket.Listener {
        private final BlockingQueue<Pong> received = new LinkedBlockingQueue<>(PINGS);
        private final StringBuilder text = new StringBuilder();
        private final NanoClock clock;

        Pongs(NanoClock clock) {
            this.clock = clock;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            if (text.length() + data.length() <= TEXT_MAX) {
                text.append(data);
            }
            if (last) {
                Matcher time = TIME.matcher(text);
                if (text.indexOf("\"pong\"") >= 0 && time.find()) {
                    received.offer(new Pong(Long.parseLong(time.group(1)), clock.nanoTime()));
                }
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
