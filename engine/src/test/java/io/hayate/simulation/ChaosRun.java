package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;

import io.hayate.engine.PathConfig;
import io.hayate.model.ChannelSpec;
import io.hayate.session.Credentials;
import io.hayate.venue.BookConfig;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.exchange.ChaosTally;
import io.hayate.venue.exchange.FaultControls;
import io.hayate.venue.fault.ChaosSchedule;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * Two engines that trade from two accounts on a venue that goes wrong by a seed; their whole path, from
 * the session to the strategy and back, is the real one.
 */
final class ChaosRun {
    private static final Credentials SECOND_DEMO = new Credentials("demo-key-2", "demo-secret-2");
    private static final PathConfig CONFIG =
            SimulationRig.config(
                    ChannelSpec.ticker("tBTCUSD"),
                    ChannelSpec.ticker("tETHUSD"),
                    ChannelSpec.book("tBTCUSD"),
                    ChannelSpec.trades("tBTCUSD"));
    private static final int SECONDS = 120;
    private static final int CUT_EVERY_S = 10;
    private static final long SEEDS = 1_000_000L; // those of other engines lie beyond

    private final long seed;
    private final Simulation simulation;
    private final MessageDigest digest;
    private final List<String> findings = new ArrayList<>();
    private final ByteBuffer head = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + 1);
    private int started;
    private SimulatedEngine first;
    private SimulatedEngine second;
    private byte[] copy = new byte[1 << 16];

    ChaosRun(long seed, MessageDigest digest) {
        this.seed = seed;
        this.digest = digest;
        VenueConfig venue =
                VenueConfig.DEFAULTS
                        .withTickersPerSecond(2)
                        .withSymbols(List.of("tBTCUSD", "tETHUSD"))
                        .withBooks(new BookConfig(500, 1_000, 20))
                        .withFaults(FaultConfig.NONE.with(ChaosSchedule.of(seed)));
        simulation = new SimulationRig(venue, seed).simulation;
        simulation.listen(this::onText);
        first = start(SimulationRig.DEMO);
        second = start(SECOND_DEMO);
    }

    private SimulatedEngine start(Credentials credentials) {
        started++;
        return simulation.engine(CONFIG, credentials, new ChaosTrader(seed + started * SEEDS));
    }

    private void onText(boolean up, DirectBuffer text, int offset, int length) {
        copy = copy.length < length ? new byte[2 * length] : copy;
        text.getBytes(offset, copy, 0, length);
        head.clear();
        head.putLong(simulation.clock().nanoTime()).putInt(length).put((byte) (up ? 1 : 0));
        digest.update(head.array());
        digest.update(copy, 0, length);
    }

    /** Lets its time pass; the venue is held against itself after each second. */
    ChaosRun run() {
        for (int i = 1; i <= SECONDS; i++) {
            simulation.runFor(SECOND);
            findings.addAll(simulation.findings());
            first = goOn(i, first, SimulationRig.DEMO);
            second = goOn(i + CUT_EVERY_S / 2, second, SECOND_DEMO);
        }
        return this;
    }

    /** Cuts a connection now and then, as networks do; who has given up is started anew. */
    private SimulatedEngine goOn(int second, SimulatedEngine engine, Credentials credentials) {
        if (!engine.outcomes().isEmpty()) {
            return start(credentials);
        }
        if (second % CUT_EVERY_S == 0) {
            engine.faults().forEach(faults -> faults.cutAfter(0));
        }
        return engine;
    }

    /** What was wrong with the venue, in words. */
    List<String> findings() {
        return findings;
    }

    /** Orders of engines that came to the venue. */
    long orders() {
        return simulation.totals().orders();
    }

    /** Orders that were to be answered and were not. */
    long unanswered() {
        return ChaosTally.unanswered(simulation.totals(), faults());
    }

    /** How often the faults have acted. */
    long faultsMade() {
        return ChaosTally.faultsMade(faults());
    }

    private List<FaultControls.Entry> faults() {
        return simulation.controls().faults().active();
    }

    /** Of all that was sent in either direction, and when. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
