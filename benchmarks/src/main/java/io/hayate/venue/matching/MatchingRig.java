package io.hayate.venue.matching;

import io.hayate.venue.AccountConfig;
import io.hayate.venue.AccountRules;
import io.hayate.venue.AccountsConfig;
import io.hayate.venue.FeeConfig;
import io.hayate.venue.KeyConfig;
import io.hayate.venue.PermissionsConfig;
import io.hayate.venue.TradedConfig;
import io.hayate.venue.VenueListener;
import io.hayate.venue.WalletConfig;
import io.hayate.venue.WalletType;
import io.hayate.venue.account.AccountClient;
import io.hayate.venue.account.Membership;
import io.hayate.venue.account.Notification;
import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.account.VenueAccounts;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.base.VenueTraffic;
import io.hayate.venue.ledger.MarginPositions;
import io.hayate.venue.ledger.OpenOrders;
import io.hayate.venue.market.Markets;
import io.hayate.venue.market.SeededMarkets;
import io.hayate.venue.order.OrderRequest;
import io.hayate.venue.order.VenueOrder;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two accounts alone in one market that send orders in turn: of ten operations five orders rest, three are
 * canceled, and two cross. All of an order is done but reading its JSON: checks, money, matching,
 * settlement, history and ledger.
 */
public final class MatchingRig {
    /** Operations until the mix begins anew. */
    public static final int MIX = 10_000;

    private static final long NOW_MS = 1_764_000_000_000L;
    private static final BigDecimal BTC = BigDecimal.valueOf(1_000);
    private static final BigDecimal USD = BigDecimal.valueOf(50_000_000);
    private static final FeeConfig FEES = FeeConfig.of("-0.001", "0.001"); // none is lost to fees
    private static final int MIDDLE = 86_710;
    private static final int SPREAD = 50;
    static final int OPEN_WANTED = 1_024;

    private final Timeline timeline = new Timeline(NOW_MS, 0);
    private final Markets markets;
    private final MatchingEngine engine;
    private final OrderFunds funds;
    private final Membership[] members = new Membership[2];
    private final Fields[] requests = new Fields[MIX];
    private final VenueOrder[] resting = new VenueOrder[OPEN_WANTED]; // and some that have ended
    private long heard;
    private int kept;
    private int at;

    /** Hears of its account and counts. */
    private final class Client implements AccountClient {
        @Override
        public long number() {
            return 1;
        }

        @Override
        public String account() {
            return "the benchmark";
        }

        @Override
        public void account(String type, JsonText body, long accountSequence) {
            heard += body.length();
        }

        @Override
        public void notification(Notification answer, long accountSequence) {
            heard++;
        }

        @Override
        public void mute() {
            throw new AssertionError("nothing is to go wrong");
        }

        @Override
        public void drop() {
            throw new AssertionError("nobody is to go");
        }
    }

    /**
     * A market with an empty book.
     *
     * @param listeners connections that hear of each account
     */
    public MatchingRig(int listeners) {
        VenueIds ids = new VenueIds(1);
        TradedConfig traded = new TradedConfig(List.of("tBTCUSD"), 0, true, false);
        markets = new Markets(traded.symbols(), new SeededMarkets(1, traded, ids, timeline));
        List<AccountConfig> configs = List.of(account(1), account(2));
        VenueAccounts accounts =
                new VenueAccounts(
                        new AccountsConfig(configs, AccountRules.DEFAULTS), markets, timeline, ids);
        OpenOrders open = new OpenOrders(1_000_000);
        MarginPositions positions = new MarginPositions(ids, open);
        VenueOrderNews news = new VenueOrderNews(VenueListener.NONE, new VenueTraffic());
        engine = new MatchingEngine(ids, news, timeline, open, positions);
        funds = new OrderFunds(positions);
        for (int i = 0; i < members.length; i++) {
            members[i] =
                    Membership.of(
                            new Client(), accounts.find("key-" + (i + 1)), Fields.of(Map.of()));
            for (int j = 0; j < listeners; j++) {
                accounts.all().get(i).feed().join(members[i]);
            }
        }
        for (int i = 0; i < MIX; i++) {
            requests[i] = Fields.of(fields(i));
        }
    }

    private static AccountConfig account(int number) {
        return new AccountConfig(
                "account-" + number,
                number,
                List.of(new KeyConfig("key-" + number, "secret", PermissionsConfig.TRADING)),
                List.of(
                        new WalletConfig(WalletType.EXCHANGE, "BTC", BTC),
                        new WalletConfig(WalletType.EXCHANGE, "USD", USD)),
                FEES);
    }

    /** A request. Of each ten the last two cross; amounts and prices come from a simple sequence. */
    static Map<String, Object> fields(int i) {
        long mixed = (i * 0x9E3779B97F4A7C15L) >>> 33;
        boolean crosses = i % 10 >= 8;
        boolean buys = (mixed & 1) == 0;
        int distance = crosses ? -SPREAD : 1 + (int) (mixed >> 1) % SPREAD;
        int price = buys ? MIDDLE - distance : MIDDLE + distance;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", crosses ? "EXCHANGE IOC" : "EXCHANGE LIMIT");
        fields.put("symbol", "tBTCUSD");
        fields.put("cid", BigDecimal.valueOf(i));
        fields.put("amount", (buys ? "0." : "-0.") + "1" + mixed % 1_000);
        fields.put("price", Integer.toString(price));
        return fields;
    }

    /** Sends the next order, or cancels one; answers with what was heard. */
    public long next() {
        at++;
        int turn = at % 10;
        if (turn >= 5 && turn < 8) {
            cancel();
        } else {
            submit(members[(at ^ at / MIX) & 1], requests[at % MIX]);
        }
        return heard;
    }

    private void submit(Membership member, Fields fields) {
        OrderRequest request = new OrderRequest(fields, markets, timeline.time());
        VenueAccount account = member.account();
        if (request.refusal() != null || funds.refusal(account, request) != null) {
            throw new AssertionError("no order is to be refused");
        }
        VenueOrder order = engine.accept(request, member);
        engine.submit(order);
        if (order.isOpen()) {
            resting[kept < OPEN_WANTED ? kept++ : at % OPEN_WANTED] = order;
        }
    }

    /** Cancels one that still rests, from somewhere among those that are kept. */
    private void cancel() {
        while (kept > 0) {
            int place = (at * 31 & Integer.MAX_VALUE) % kept;
            VenueOrder order = resting[place];
            resting[place] = resting[--kept];
            if (order.isOpen()) {
                engine.cancel(order);
                return;
            }
        }
    }
}
