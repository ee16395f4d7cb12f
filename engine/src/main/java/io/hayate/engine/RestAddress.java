package io.hayate.engine;

import io.hayate.history.OrderHistory;
import java.net.URI;

/**
 * Where the venue's REST is, for what its connection does not tell.
 *
 * @param isAsked false where it is asked for nothing
 * @param url scheme, host and port; null for the venue's own host
 */
public record RestAddress(boolean isAsked, URI url) {
    /** At the venue's own host. */
    public static final RestAddress OF_VENUE = new RestAddress(true, null);

    /** Nobody is asked. */
    public static final RestAddress OFF = new RestAddress(false, null);

    /**
     * Where it is; null for nowhere.
     *
     * @param venue the venue's WebSocket
     * @param mayBeThere true where the venue's own host is known to answer by HTTP
     */
    URI resolve(URI venue, boolean mayBeThere) {
        if (!isAsked) {
            return null;
        }
        return url == null && mayBeThere ? OrderHistory.restOf(venue) : url;
    }
}
