package io.hayate.engine;

import io.hayate.transport.VenueHost;
import java.net.URI;

/**
 * Where an engine connects to.
 *
 * @param embedded true when the process starts a venue of its own and connects to it
 * @param url address of the venue; null when it is embedded
 * @param publicUrl address for market data alone, beside an embedded venue, too; null for that of the venue
 * @param rest where its REST is
 */
public record VenueEndpoint(boolean embedded, URI url, URI publicUrl, RestAddress rest) {
    /** The venue of this process. */
    public static final VenueEndpoint EMBEDDED =
            new VenueEndpoint(true, null, null, RestAddress.OF_VENUE);

    /** True when the venue runs on this machine, so that no real money is at stake. */
    public boolean isLoopback() {
        return embedded || VenueHost.isLoopback(url);
    }

    /**
     * Where its REST is; null for nowhere. What stands for the venue on this machine need not speak HTTP,
     * and may count its connections: it is asked where the settings say so alone.
     *
     * @param connected the address that it is reached at, that of an embedded venue included
     */
    URI restUrl(URI connected) {
        return rest.resolve(connected, embedded || !isLoopback());
    }

    /** True when market data and the account come from one address. */
    boolean isOneAddress() {
        return publicUrl == null;
    }
}
