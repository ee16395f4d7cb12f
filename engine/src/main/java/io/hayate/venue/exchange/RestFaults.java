package io.hayate.venue.exchange;

import io.hayate.venue.fault.NetworkFaults;
import io.hayate.venue.rest.RestApi;
import io.hayate.venue.rest.RestRequest;
import io.hayate.venue.rest.RestResponse;

/** Refuses requests over HTTP when the faults say so, in the exchange's words. Venue thread. */
final class RestFaults implements RestApi.Gate {
    private static final int TOO_MANY = 429;
    private static final int NOT_READY = 11_000;

    private final NetworkFaults faults;

    RestFaults(NetworkFaults faults) {
        this.faults = faults;
    }

    @Override
    public RestResponse answer(RestRequest request) {
        int status = faults.takeHttpStatus(request.path());
        if (status == 0) {
            return null;
        }
        return status == TOO_MANY
                ? RestResponse.tooMany()
                : RestResponse.error(status, NOT_READY, "temporarily_unavailable");
    }
}
