package io.hayate.venue.rest;

import io.hayate.venue.fault.FaultPlan;
import io.hayate.venue.feed.Feeds;
import io.hayate.venue.feed.Listing;
import io.hayate.venue.feed.Listings;
import io.hayate.venue.market.Market;
import io.hayate.venue.wire.JsonText;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How the venue and its derivatives are.
 *
 * <pre>
 * platform/status                   [1]
 * status/deriv?keys=tBTCF0:USTF0    [["tBTCF0:USTF0",MTS,..]]
 * liquidations/hist                 []
 * </pre>
 */
final class StatusAnswers {
    private static final String ALL = "ALL";
    private static final int KEYS_MAX = 1_000;

    private final FaultPlan faults;
    private final Listings listings;
    private final Feeds feeds;

    StatusAnswers(FaultPlan faults, Listings listings, Feeds feeds) {
        this.faults = faults;
        this.listings = listings;
        this.feeds = feeds;
    }

    /** 1 while it works, 0 in maintenance. */
    RestResponse platform() {
        JsonText body = new JsonText().openArray().whole(faults.platformStatus());
        return RestResponse.ok(body.closeArray());
    }

    /** The state of these derivatives; unknown ones are left out. */
    RestResponse derivatives(RestRequest request) {
        String keys = request.query().get("keys");
        if (keys == null) {
            return RestResponse.invalid("keys");
        }
        Set<String> asked = new LinkedHashSet<>(Arrays.asList(keys.split(",", KEYS_MAX)));
        JsonText rows = new JsonText().openArray();
        for (Listing listing : listings.all()) {
            String symbol = listing.source().instrument().symbol();
            boolean derivative = listing.source() instanceof Market market && market.isDerivative();
            if (derivative && (asked.contains(ALL) || asked.contains(symbol))) {
                write(rows, symbol);
            }
        }
        return RestResponse.ok(rows.closeArray());
    }

    private void write(JsonText rows, String symbol) {
        JsonText row = feeds.derivative(symbol);
        if (row != null) {
            rows.openArray().text(symbol).elements(row).closeArray();
        }
    }

    /** None: they are told when they happen and not kept. */
    RestResponse liquidations() {
        return RestResponse.ok(new JsonText().openArray().closeArray());
    }
}
