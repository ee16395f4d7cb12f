package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.TradingHalt;
import io.hayate.guard.KillGuard;
import io.hayate.history.HistoryAccount;
import io.hayate.history.OpenOrderList;
import io.hayate.history.OrderHistory;
import io.hayate.history.RestCall;
import io.hayate.history.RestNonces;
import io.hayate.history.RestTap;
import io.hayate.history.RestTrust;
import io.hayate.model.Instruments;
import io.hayate.outbound.OpenNumbers;
import io.hayate.session.AuthSigner;
import io.hayate.session.NonceSource;
import io.hayate.state.HighWaterMark;
import io.hayate.state.StateDir;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kill by REST goes on with larger nonces, whoever has taken some with the same key. */
class KillNonceTest {
    private static final long HOUR_US = TimeUnit.HOURS.toMicros(1);
    private static final int TURNS_MAX = 60;

    @TempDir private Path folder;

    private final Instruments instruments = Instruments.of(List.of("tBTCUSD"));
    private final TradingHalt halt = new TradingHalt();
    private final OpenNumbers numbers = new OpenNumbers(4);
    private final List<String> told = new ArrayList<>();
    private final AtomicLong nowNs = new AtomicLong();

    private static RestCall calls(URI base, RestNonces nonces) {
        HistoryAccount account =
                new HistoryAccount(
                        SimulatedVenue.DEMO_KEY,
                        new AuthSigner(SimulatedVenue.DEMO_SECRET)::sign,
                        nonces);
        return new RestCall(base, account, RestTrust.OF_JDK, RestTap.NONE);
    }

    @Test
    void shouldCancelThoughAnotherProgramHasTakenANonceHoursAhead() throws Exception {
        long nowUs = System.currentTimeMillis() * 1_000;
        Nonces nonces =
                new Nonces(
                        new HighWaterMark(
                                StateDir.open(folder),
                                "nonce",
                                "key",
                                NonceSource.LARGEST,
                                SystemNanoClock.INSTANCE),
                        nowUs);
        VenueConfig quiet = VenueConfig.DEFAULTS.withTickersPerSecond(0);
        try (SimulatedVenue venue = SimulatedVenue.start(quiet)) {
            URI base = OrderHistory.restOf(venue.url());
            AtomicLong others = new AtomicLong(nowUs + HOUR_US);
            RestCall other = calls(base, others::incrementAndGet);
            byte[] unused =
                    other.post(
                            "/v2/auth/w/order/submit",
                            "{\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.01\","
                                    + "\"price\":\"10000\",\"cid\":7}");
            numbers.begin(0, 7, 0, LocalDate.now(ZoneOffset.UTC).toEpochDay());
            KillGuard guard = guard(calls(base, nonces.ofKill(() -> nowUs)));
            halt.kill("a test");
            for (int i = 0; i < TURNS_MAX; i++) {
                nowNs.addAndGet(TimeUnit.SECONDS.toNanos(1));
                boolean unusedHere = nonces.refill(nowUs);
                guard.look();
            }

            others.addAndGet(100 * HOUR_US);
            String list = text(other.post(OpenOrderList.PATH, OpenOrderList.BODY));
            assertEquals(1, told.stream().filter(each -> each.contains("nonce: small")).count());
            assertTrue(told.toString().contains("the venue lists 0 open orders"), told::toString);
            assertEquals("[]", list);
        }
    }

    private KillGuard guard(RestCall calls) {
        return new KillGuard(
                halt,
                numbers,
                () -> 0,
                new KillGuard.KillVenue(calls, instruments),
                nowNs::get,
                told::add);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.US_ASCII);
    }
}
