package io.hayate.paper;

import io.hayate.engine.EngineConfig;
import io.hayate.history.RestTrust;
import io.hayate.simulation.LatencyModel;
import io.hayate.venue.AccountConfig;
import io.hayate.venue.AccountRules;
import io.hayate.venue.AccountsConfig;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.KeyConfig;
import io.hayate.venue.PermissionsConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.mirror.MirrorListing;
import io.hayate.venue.mirror.MirrorPlan;
import io.hayate.venue.server.MirrorSupply;
import io.hayate.venue.server.SimulatedVenue;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Starts the venue of a paper account: the embedded one, with the markets of the public exchange. */
public final class PaperVenue {
    private PaperVenue() {}

    /**
     * Asks the public exchange what pairs cost, and starts to listen on loopback.
     *
     * @param paper the account
     * @param venue how the embedded venue listens
     * @param engine whose channels are heard, and from where
     * @param tap what comes on its connections
     * @throws IOException when the public exchange does not tell its prices
     */
    public static SimulatedVenue start(
            PaperConfig paper, VenueConfig venue, EngineConfig engine, PaperTap tap)
            throws IOException {
        URI feed = engine.venue().publicUrl();
        RestTrust trust = RestTrust.of(engine.transport().trustFile());
        List<MirrorListing> listings =
                PublicPrices.read(feed, trust, PaperChannels.pairs(engine.channels()));
        LatencyModel way = paper.latency().model(venue.seed(), () -> 0);
        return SimulatedVenue.start(
                config(venue, paper),
                new MirrorSupply(plan(listings, paper), tap::drain, way::nextNs));
    }

    /** What is listed, and how far it goes by what it follows. */
    static MirrorPlan plan(List<MirrorListing> listings, PaperConfig paper) {
        return new MirrorPlan(listings, paper.model(), paper.trust());
    }

    /** The venue with the paper account alone, and without faults. */
    static VenueConfig config(VenueConfig venue, PaperConfig paper) {
        KeyConfig key =
                new KeyConfig(
                        SimulatedVenue.DEMO_KEY,
                        SimulatedVenue.DEMO_SECRET,
                        PermissionsConfig.TRADING);
        AccountConfig account =
                new AccountConfig(
                        "paper",
                        AccountsConfig.FIRST_USER_ID,
                        List.of(key),
                        paper.wallets(),
                        paper.fees());
        return venue.withFaults(FaultConfig.NONE)
                .withAccounts(new AccountsConfig(List.of(account), AccountRules.DEFAULTS));
    }
}
