package io.hayate.venue.rest;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What stands between a signed request that changes orders and its answer. Venue thread. */
public interface OrderGate {
    /**
     * A request that changes orders.
     *
     * @param account whose orders
     * @param input what the socket calls it, such as {@code on}
     * @param symbol that it names, or null
     * @param answers what the socket calls its answers, such as {@code on-req}
     * @param line its method, path and body, for people
     */
    record RestOrder(
            String account, String input, String symbol, List<String> answers, String line) {}

    /**
     * Carries out the request as often as it is to be, and answers it, now or later.
     *
     * @param carryOut does what is asked, and says what came of it
     * @param answer is called once, or never
     */
    void pass(RestOrder order, Supplier<RestResponse> carryOut, Consumer<RestResponse> answer);
}
