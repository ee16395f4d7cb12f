package io.hayate.venue.exchange;

import io.hayate.venue.AccountsConfig;
import io.hayate.venue.BookConfig;
import io.hayate.venue.TradedConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueListener;
import io.hayate.venue.VenueTotals;
import io.hayate.venue.account.VenueAccounts;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.base.VenueTraffic;
import io.hayate.venue.fault.FaultPlan;
import io.hayate.venue.fault.NetworkFaults;
import io.hayate.venue.feed.Feeds;
import io.hayate.venue.feed.Listings;
import io.hayate.venue.feed.MarketBooks;
import io.hayate.venue.ledger.MarginPositions;
import io.hayate.venue.ledger.OpenOrders;
import io.hayate.venue.market.MarketMaker;
import io.hayate.venue.market.Markets;
import io.hayate.venue.market.SeededMarkets;
import io.hayate.venue.matching.AccountInputs;
import io.hayate.venue.matching.AccountSnapshots;
import io.hayate.venue.matching.CancelRequests;
import io.hayate.venue.matching.MatchingEngine;
import io.hayate.venue.matching.OrderRecords;
import io.hayate.venue.matching.VenueAudit;
import io.hayate.venue.matching.VenueOrderNews;
import io.hayate.venue.mirror.MirrorPlan;
import io.hayate.venue.mirror.MirroredMarkets;
import io.hayate.venue.rest.PublicRoutes;
import io.hayate.venue.rest.RestApi;
import io.hayate.venue.rest.RestNews;
import io.hayate.venue.rest.RestRequest;
import io.hayate.venue.rest.RestResponse;
import io.hayate.venue.rest.SignedRoutes;
import io.hayate.venue.session.Authenticator;
import io.hayate.venue.session.ClientNews;
import io.hayate.venue.session.ControlRequests;
import io.hayate.venue.session.DeadManSwitch;
import io.hayate.venue.session.Outbox;
import io.hayate.venue.session.RefusedInputs;
import io.hayate.venue.session.RequestGate;
import io.hayate.venue.session.TextInputs;
import io.hayate.venue.session.VenueSession;
import io.hayate.venue.session.VenueSessions;
import java.util.List;
import java.util.function.Consumer;

/**
 * The exchange as a state machine. Inputs are its methods: a client came, sent a text, left, time
 * went on. Outputs go into the {@link Outbox} of each client while an input is worked on. An input
 * happens at the time that was told last. The same seed and the same inputs at the same times give
 * the same outputs, byte for byte. One thread.
 */
public final class Exchange {
    /** The key of the first demo account. */
    public static final String DEMO_KEY = AccountsConfig.DEMO_KEY;

    /** The secret of the first demo account: no secret at all. */
    public static final String DEMO_SECRET = AccountsConfig.DEMO_SECRET;

    private final Timeline timeline;
    private final VenueTraffic traffic = new VenueTraffic();
    private final FaultPlan faults;
    private final MarketBooks books;
    private final Feeds feeds;
    private final MarketClock clock;
    private final VenueSessions sessions;
    private final TextInputs texts;
    private final RestApi rest;
    private final VenueAccounts accounts;
    private final OrderRecords orders;
    private final VenueAudit audit;
    private final TimedFaults timed;
    private final ControlEndpoint controlled;
    private final MirrorInputs mirror; // null when its markets move by themselves

    /**
     * An exchange without clients.
     *
     * @param nowMs since 1970, when it begins
     * @param nowNs at the same time, of a clock that never goes back
     */
    public Exchange(VenueConfig config, VenueListener listener, long nowMs, long nowNs) {
        this(config, null, listener, nowMs, nowNs);
    }

    private Exchange(
            VenueConfig config, MirrorPlan plan, VenueListener listener, long nowMs, long nowNs) {
        timeline = new Timeline(nowMs, nowNs);
        faults = new FaultPlan(config.seed(), timeline, listener);
        VenueIds ids = new VenueIds(config.seed());
        MirroredMarkets mirrored = plan == null ? null : mirrored(plan, ids);
        Markets markets = new Markets(config.symbols(), maker(config, mirrored, ids));
        Listings listings = listings(config, markets);
        VenueOrderNews orderNews = new VenueOrderNews(listener, traffic);
        OpenOrders openOrders = new OpenOrders(config.clients().limits().orders());
        MarginPositions positions = new MarginPositions(ids, openOrders);
        MatchingEngine engine = new MatchingEngine(ids, orderNews, timeline, openOrders, positions);
        books = new MarketBooks(config, traffic);
        feeds = new Feeds(config, listings, books, timeline, traffic);
        orders = new OrderRecords(engine);
        clock = new MarketClock(config, timeline, listings, books, engine, traffic);
        CancelRequests cancels = new CancelRequests(engine, timeline);
        ClientNews clientNews = new ClientNews(listener, traffic);
        accounts = new VenueAccounts(config.accounts(), markets, timeline, ids);
        audit = new VenueAudit(accounts.all(), markets.traded(), engine);
        DeadManSwitch dms = new DeadManSwitch(config.accounts().rules(), cancels, timeline);
        AccountSnapshots snapshots = new AccountSnapshots(openOrders, positions);
        Authenticator authenticator = new Authenticator(accounts, snapshots, dms, ids, clientNews);
        sessions = new VenueSessions(config, timeline, faults, ids, authenticator, clientNews);
        int most = config.clients().subscriptionsMax();
        AccountInputs inputs =
                new AccountInputs(engine, cancels, markets, faults, orderNews, timeline);
        RefusedInputs refused = new RefusedInputs(timeline);
        texts =
                texts(
                        new ControlRequests(faults, markets, feeds, authenticator, timeline, most),
                        inputs,
                        refused);
        rest = rest(config, markets, listings, signed(inputs, refused), listener);
        timed = new TimedFaults(faults, timeline, sessions).with(config.faults().rules());
        controlled = new ControlEndpoint(faults, timed, traffic);
        mirror = mirrored == null ? null : inputs(mirrored, markets, listings, engine);
    }

    private MirroredMarkets mirrored(MirrorPlan plan, VenueIds ids) {
        return new MirroredMarkets(plan, ids, timeline);
    }

    private MirrorInputs inputs(
            MirroredMarkets mirrored, Markets markets, Listings listings, MatchingEngine engine) {
        MirrorTexts told = new MirrorTexts(timeline, listings, books, engine, sessions);
        return new MirrorInputs(mirrored.feed(told), mirrored.fills(), markets, accounts, timeline);
    }

    /**
     * An exchange without clients whose markets are those of another: they move as the texts have it that
     * {@link #mirror} is given, and not by themselves.
     *
     * @param config its symbols and the pace of its markets do not count
     * @param nowMs since 1970, when it begins
     * @param nowNs at the same time, of a clock that never goes back
     */
    public static Exchange mirrored(
            VenueConfig config, MirrorPlan plan, VenueListener listener, long nowMs, long nowNs) {
        int checksumMs = config.books().checksumIntervalMs();
        VenueConfig still =
                config.withTraded(new TradedConfig(plan.symbols(), 0, false, false))
                        .withBooks(new BookConfig(0, checksumMs, 0));
        return new Exchange(still, plan, listener, nowMs, nowNs);
    }

    private MarketMaker maker(VenueConfig config, MirroredMarkets mirrored, VenueIds ids) {
        return mirrored == null
                ? new SeededMarkets(config.seed(), config.traded(), ids, timeline)
                : mirrored;
    }

    private TextInputs texts(ControlRequests control, AccountInputs inputs, RefusedInputs refused) {
        RequestGate gate = new RequestGate(faults, refused, timeline, clock::onDemand);
        return new TextInputs(control, inputs, refused, gate, traffic);
    }

    private SignedRoutes signed(AccountInputs inputs, RefusedInputs refused) {
        RestOrderFaults gate = new RestOrderFaults(faults, timeline, clock::onDemand);
        return new SignedRoutes(accounts, orders, inputs, refused, timeline, gate);
    }

    private Listings listings(VenueConfig config, Markets markets) {
        Listings listings = new Listings(markets, traffic);
        if (config.traded().quiet()) {
            listings.followTrades(timeline);
        }
        return listings;
    }

    private RestApi rest(
            VenueConfig config,
            Markets markets,
            Listings listings,
            SignedRoutes signed,
            VenueListener listener) {
        RestNews news = new RestNews(listener, traffic.rest());
        PublicRoutes open = new PublicRoutes(faults, markets, listings, feeds, timeline);
        double factor = config.clients().restLimitFactor();
        return new RestApi(new RestFaults(faults.network()), factor, timeline, open, signed, news);
    }

    /**
     * Time went on: does what is due by now, and what was due before in its order.
     *
     * @param nowMs since 1970; it may go back, as clocks of people do
     * @param nowNs of a clock that never goes back
     */
    public void onTime(long nowMs, long nowNs) {
        timeline.advance(nowMs, nowNs);
    }

    /** The time of {@link #onTime} at which something is due; {@link Timeline#NEVER} for nothing. */
    public long nextDueNs() {
        return timeline.nextDueNs();
    }

    /**
     * A client came and has shaken hands.
     *
     * @param address where it came from, for people
     */
    public VenueSession onConnected(Outbox outbox, String address) {
        VenueSession session = sessions.begin(outbox, address, feeds);
        timeline.runDue();
        return session;
    }

    /** A client sent a whole text. */
    public void onText(VenueSession session, String text) {
        texts.onText(session, text);
        if (sessions.hasFailedTooOften(session)) {
            end(session, VenueSession.POLICY, "too many failed tries to authenticate");
        }
        afterClient();
    }

    private void afterClient() {
        clock.onDemand();
        if (mirror != null) {
            books.publishAll(timeline.time()); // nothing else would tell of what the client did
        }
        timeline.runDue();
    }

    /**
     * A client sent a request over HTTP.
     *
     * @param answer is called once, at once or when a later time was told; or never
     */
    public void onRequest(RestRequest request, Consumer<RestResponse> answer) {
        RestResponse control = controlled.answer(request);
        if (control == null) {
            rest.onRequest(request, answer);
        } else {
            answer.accept(control);
        }
        afterClient();
    }

    /** A client sent anything at all, be it a ping. */
    public void onRead(VenueSession session) {
        session.onRead();
    }

    /** A client reads too slowly from now on, or does no more; false for too slowly. */
    public void onRoom(VenueSession session, boolean hasRoom) {
        session.writer().room(hasRoom);
    }

    /** A client is to go: ends its connection with a word. */
    public void end(VenueSession session, int code, String reason) {
        sessions.end(session, code, reason);
        timeline.runDue();
    }

    /** A client said goodbye: its connection ends soon, and not by accident. */
    public void onFarewell(VenueSession session) {
        sessions.onFarewell(session);
        timeline.runDue();
    }

    /** A client left: by itself, or because its {@link Outbox} ended it. */
    public void onLeft(VenueSession session) {
        sessions.onLeft(session);
        timeline.runDue();
    }

    /** What moves its markets when they are those of another exchange; null when they are its own. */
    public MirrorInputs mirror() {
        return mirror;
    }

    /**
     * What makes it misbehave, and its markets move, by hand.
     *
     * @param thread carries out on the exchange's thread what it is given, and returns when that is
     *     done
     */
    public VenueControls controls(Consumer<Runnable> thread) {
        Consumer<Runnable> input = action -> thread.accept(() -> carryOut(action));
        FaultControls control = new FaultControls(input, faults, timed);
        return new VenueControls(input, control, sessions, clock, books, feeds);
    }

    private void carryOut(Runnable action) {
        action.run();
        timeline.runDue();
    }

    /** What goes wrong with connections as such. */
    public NetworkFaults networkFaults() {
        return faults.network();
    }

    /** Who trades here, and the keys that open their accounts. */
    public VenueAccounts accounts() {
        return accounts;
    }

    /** What it has seen since it began. */
    public VenueTotals totals() {
        return traffic.totals();
    }

    /** What accounts have open and what has become of the rest. */
    public OrderRecords orders() {
        return orders;
    }

    /** What is wrong with its money, orders, books and positions: nothing, ever. */
    public List<String> findings() {
        return audit.findings();
    }

    /** What has come and gone. */
    public VenueTraffic traffic() {
        return traffic;
    }

    /** Feeds that somebody listens to. */
    public int feedCount() {
        return feeds.count();
    }

    /** Connections that were not ended, nor have ended. */
    public int openSessions() {
        return sessions.open();
    }
}
