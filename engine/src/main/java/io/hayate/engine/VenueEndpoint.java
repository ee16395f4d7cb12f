package io.hayate.engine;

import java.net.URI;

/**
 * Where an engine connects to.
 *
 * @param embedded true when the process starts a venue of its own and connects to it
 * @param url address of the venue; null when it is embedded
 * @param publicUrl address for market data alone; null for that of the venue
 */
public record VenueEndpoint(boolean embedded, URI url, URI publicUrl) {
    /** The venue of this process. */
    public static final VenueEndpoint EMBEDDED = new VenueEndpoint(true, null, null);

    /** True when the venue runs on this machine, so that no real money is at stake. */
    public boolean isLoopback() {
        return embedded || VenueHost.isLoopback(url);
    }

    /** True when market data and the account come from one address. */
    boolean isOneAddress() {
        return embedded || publicUrl == null;
    }
}
