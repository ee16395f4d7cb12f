package io.hayate.venue.rest;

import io.hayate.venue.fault.FaultPlan;
import io.hayate.venue.feed.Feeds;
import io.hayate.venue.feed.Listings;
import io.hayate.venue.market.Markets;
import java.util.List;
import org.agrona.concurrent.NanoClock;

/** What needs no signature. */
public final class PublicRoutes {
    private static final String GET = "GET";
    private static final String HEAD = "HEAD";

    private final QuoteAnswers markets;
    private final HistoryAnswers history;
    private final StatusAnswers status;
    private final ConfAnswers conf;
    private final ExchangeRates rates;
    private final LegacyRoutes legacy;

    /** Tells of these markets. */
    public PublicRoutes(
            FaultPlan faults, Markets markets, Listings listings, Feeds feeds, NanoClock clock) {
        Attention attention = new Attention(clock);
        Pairs pairs = new Pairs(markets);
        this.markets = new QuoteAnswers(listings, attention);
        history = new HistoryAnswers(listings, feeds, attention);
        status = new StatusAnswers(faults, listings, feeds);
        conf = new ConfAnswers(pairs);
        rates = new ExchangeRates(markets);
        legacy = new LegacyRoutes(pairs);
    }

    /** The answer of version 1, or null when the path leads nowhere. */
    RestResponse legacy(RestRequest request, List<String> path) {
        return legacy.answer(request, path);
    }

    /**
     * The answer, or null when the path leads nowhere.
     *
     * @param path behind the version
     */
    RestResponse answer(RestRequest request, List<String> path) {
        if (request.method().equals("POST")) {
            return path.get(0).equals("calc") ? calculate(request, path) : null;
        }
        boolean get = request.method().equals(GET) || request.method().equals(HEAD);
        return get ? get(request, path) : null;
    }

    private RestResponse get(RestRequest request, List<String> path) {
        String last = path.get(path.size() - 1);
        return switch (path.get(0) + " " + path.size()) {
            case "platform 2" -> last.equals("status") ? status.platform() : null;
            case "conf 2" -> conf.answer(last);
            case "tickers 1" -> markets.tickers(request);
            case "ticker 2" -> markets.ticker(last);
            case "book 3" -> markets.book(path.get(1), last, request);
            case "trades 3" -> last.equals("hist") ? history.trades(path.get(1), request) : null;
            case "candles 3" -> history.candles(path.get(1), last, request);
            case "status 2" -> last.equals("deriv") ? status.derivatives(request) : null;
            case "liquidations 2" -> last.equals("hist") ? status.liquidations() : null;
            default -> null;
        };
    }

    private RestResponse calculate(RestRequest request, List<String> path) {
        return switch (String.join("/", path)) {
            case "calc/fx" -> rates.rate(request);
            case "calc/trade/avg" -> rates.average(request);
            default -> null;
        };
    }
}
