package io.hayate.venue.rest;

import io.hayate.venue.VenueListener;
import io.hayate.venue.base.RestTraffic;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts requests and puts into words who asks, who could not authenticate, and who asks too much;
 * orders have news of their own. Venue thread.
 */
public final class RestNews {
    private static final int ADDRESSES_MAX = 1_024; // those beyond are not told when they come
    private static final int ERROR = 400;
    private static final Pattern AUTHENTICATION =
            Pattern.compile("\\[\"error\",(?:10100|10114),\"([^\"]*)\"]");

    private final VenueListener listener;
    private final RestTraffic traffic;
    private final Set<String> addresses = new LinkedHashSet<>();

    /** News for this listener. */
    public RestNews(VenueListener listener, RestTraffic traffic) {
        this.listener = listener;
        this.traffic = traffic;
    }

    void requested(String address, boolean signed) {
        traffic.requested(signed);
        if (addresses.size() < ADDRESSES_MAX && addresses.add(address)) {
            tell("REST asked from " + address);
        }
    }

    /**
     * A request was answered.
     *
     * @param kind of the request, one of few
     */
    void answered(String address, String kind, RestResponse response) {
        if (response.isNone() || response.isHeld()) {
            return;
        } else if (response.status() == RestResponse.TOO_MANY) {
            traffic.limited();
            tell("REST from " + address + " limited: " + kind);
        } else if (response.status() >= ERROR) {
            traffic.refused();
            Matcher refused = AUTHENTICATION.matcher(response.body().toString());
            if (refused.matches()) {
                tell("REST from " + address + " could not authenticate: " + refused.group(1));
            }
        } else {
            traffic.answered();
        }
    }

    private void tell(String text) {
        listener.onNews(VenueListener.Subject.CLIENT, () -> text);
    }
}
