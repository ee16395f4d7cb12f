package io.hayate.venue.rest;

import java.util.List;
import java.util.function.Consumer;
import org.agrona.concurrent.NanoClock;

/**
 * Answers requests: version 2 without and with a signature, and the part of version 1 that clients
 * ask for at their start. Base paths with and without {@code /api} are the same.
 */
public final class RestApi {
    /** What stands between a request and its answer; the last word has the first that has one. */
    public interface Gate {
        /** Lets everything pass. */
        Gate OPEN = request -> null;

        /** The answer in place of the true one, or null to let it pass. */
        RestResponse answer(RestRequest request);
    }

    private static final int WORDS_MIN = 2; // a version and a path behind it
    private static final String SIGNED = "auth";
    private static final String OTHER = "other";
    private static final List<String> KINDS =
            List.of(
                    "platform",
                    "conf",
                    "tickers",
                    "ticker",
                    "book",
                    "trades",
                    "candles",
                    "status",
                    "calc",
                    "symbols",
                    "symbols_details",
                    "wallets",
                    "orders",
                    "order",
                    "positions",
                    "summary",
                    "info",
                    "permissions",
                    "funding",
                    "token");

    private final Gate gate;
    private final RestNews news;
    private final RateLimits limits;
    private final PublicRoutes open;
    private final SignedRoutes signed;

    /**
     * Answers by these routes what the gate lets pass.
     *
     * @param limitFactor how many times as many requests as on the exchange an address may make; 0
     *     is no limit
     */
    public RestApi(
            Gate gate,
            double limitFactor,
            NanoClock clock,
            PublicRoutes open,
            SignedRoutes signed,
            RestNews news) {
        this.gate = gate;
        this.news = news;
        limits = new RateLimits(limitFactor, clock);
        this.open = open;
        this.signed = signed;
    }

    /**
     * Answers one request.
     *
     * @param answer is called once, now or later, or never
     */
    public void onRequest(RestRequest request, Consumer<RestResponse> answer) {
        List<String> words = request.words();
        if (words.get(0).equals("api")) {
            words = words.subList(1, words.size());
        }
        boolean known = words.size() >= WORDS_MIN;
        String address = request.caller().address();
        String kind = known ? kind(words) : OTHER;
        news.requested(address, known && words.get(1).equals(SIGNED));
        Consumer<RestResponse> told =
                response -> {
                    news.answered(address, kind, response);
                    answer.accept(response);
                };
        RestResponse instead =
                limits.admits(address, kind) ? gate.answer(request) : RestResponse.tooMany();
        if (instead != null) {
            told.accept(instead);
        } else if (known) {
            route(request, words, told);
        } else {
            told.accept(RestResponse.notFound());
        }
    }

    /** {@code book}; {@code auth/r/orders}: one of few, whatever is asked. */
    private static String kind(List<String> words) {
        String first = words.get(1);
        boolean signed = first.equals(SIGNED) && words.size() > 3;
        String last = signed ? words.get(3) : first;
        if (!KINDS.contains(last)) {
            return OTHER;
        }
        return signed ? (words.get(2).equals("w") ? "auth/w/" : "auth/r/") + last : last;
    }

    private void route(RestRequest request, List<String> words, Consumer<RestResponse> answer) {
        List<String> inner = words.subList(1, words.size());
        String version = words.get(0);
        if (version.equals("v2") && inner.get(0).equals(SIGNED)) {
            signed.answer(request, inner.subList(1, inner.size()), answer);
            return;
        }
        RestResponse response =
                switch (version) {
                    case "v2" -> open.answer(request, inner);
                    case "v1" -> open.legacy(request, inner);
                    default -> null;
                };
        answer.accept(response == null ? RestResponse.notFound() : response);
    }
}
