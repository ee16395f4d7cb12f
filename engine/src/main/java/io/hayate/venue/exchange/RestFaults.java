package io.hayate.venue.exchange;

import io.hayate.venue.fault.NetworkFaults;
import io.hayate.venue.rest.RestApi;
import io.hayate.venue.rest.RestRequest;
import io.hayate.venue.rest.RestResponse;

/** Refuses requests over HTTP when the faults say so, in the exchange's words. Venue thread. */
final class RestFaults implements RestApi.Gate {
    private final NetworkFaults faults;

    RestFaults(NetworkFaults faults) {
        this.faults = faults;
    }

    @Override
    public RestResponse answer(RestRequest request) {
        int status = faults.takeHttpStatus(request.path());
        return status == 0 ? null : RestResponse.unavailable(status);
    }
}
