package io.hayate.venue.account;

import io.hayate.model.Instrument;
import io.hayate.venue.AccountConfig;
import io.hayate.venue.FeeRates;
import io.hayate.venue.WalletConfig;
import io.hayate.venue.WalletType;
import io.hayate.venue.base.Postponed;
import io.hayate.venue.base.Random64;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.market.Market;
import io.hayate.venue.market.Markets;
import io.hayate.venue.market.ReferencePrices;
import io.hayate.venue.wire.JsonText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An account: money in wallets, and those who listen to it. */
public final class VenueAccount {
    private static final String USD = "USD";
    private static final BigDecimal QUOTE_BALANCE = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BASE_BALANCE = BigDecimal.valueOf(100);
    private static final int COMPUTE_DELAY_MIN_MS = 50;
    private static final int COMPUTE_DELAY_SPREAD_MS = 51;
    private static final int FIRST_SEQUENCE_SPREAD = 100_000;

    private final AccountConfig config;
    private final Markets markets;
    private final AccountFeed feed;
    private final Map<String, Wallet> wallets = new LinkedHashMap<>(); // by what filters call them
    private final Map<WalletType, Map<String, Wallet>> byType = new EnumMap<>(WalletType.class);
    private final Random64 delays;
    private final Set<Wallet> changed = new LinkedHashSet<>();
    private final Timeline.Timer computation;
    private final Postponed<AccountFeed.Listener> newcomers;
    private BigDecimal volumeUsd = BigDecimal.ZERO;

    /** An account that nobody is in yet; without configured wallets it gets some in each currency. */
    VenueAccount(AccountConfig config, Markets markets, Timeline timeline, VenueIds ids) {
        this.config = config;
        this.markets = markets;
        computation = timeline.timer(this::compute);
        newcomers = new Postponed<>(timeline, this::computeFor);
        Random64 random = ids.stream("account " + config.name());
        feed = new AccountFeed(random.below(FIRST_SEQUENCE_SPREAD), timeline);
        delays = ids.stream("computed " + config.name());
        for (WalletConfig each : config.wallets()) {
            open(each.type(), each.currency(), each.balance());
        }
        if (config.wallets().isEmpty()) {
            openUsual();
        }
    }

    /** Money of each currency to trade with, and of those that only pay also behind positions. */
    private void openUsual() {
        List<Market> traded = markets.traded();
        traded.forEach(market -> openUsual(market.instrument().base(), BASE_BALANCE));
        traded.forEach(market -> openUsual(market.instrument().quote(), QUOTE_BALANCE));
        for (Wallet wallet : List.copyOf(wallets.values())) {
            if (wallet.balance().compareTo(QUOTE_BALANCE) == 0) {
                open(WalletType.MARGIN, wallet.currency(), QUOTE_BALANCE);
            }
        }
    }

    private void openUsual(String currency, BigDecimal balance) {
        if (!currency.endsWith("F0")) {
            open(WalletType.EXCHANGE, currency, balance);
        }
    }

    private Wallet open(WalletType type, String currency, BigDecimal balance) {
        Map<String, Wallet> ofType = byType.computeIfAbsent(type, absent -> new LinkedHashMap<>());
        Wallet present = ofType.get(currency);
        if (present != null) {
            return present;
        }
        Wallet opened = new Wallet(type, currency, balance);
        ofType.put(currency, opened);
        wallets.put(opened.subject(), opened);
        return opened;
    }

    /** What people call it. */
    public String name() {
        return config.name();
    }

    /** What {@code auth} answers. */
    public long userId() {
        return config.userId();
    }

    /** What its trades cost now, by what it has traded so far. */
    public FeeRates fees() {
        return config.fees().at(volumeUsd);
    }

    /** It has traded for so much of this currency: its fees go by that. */
    public void traded(String currency, BigDecimal amount) {
        volumeUsd = volumeUsd.add(amount.abs().multiply(usd(currency)));
    }

    /** Tells of what happens on it. */
    public AccountFeed feed() {
        return feed;
    }

    /** In the order in which they were opened. */
    public Collection<Wallet> wallets() {
        return wallets.values();
    }

    /** The wallet of this type and currency, which is opened if there is none. */
    public Wallet wallet(WalletType type, String currency) {
        return open(type, currency, BigDecimal.ZERO);
    }

    /** The exchange wallet of a currency, which is opened if there is none. */
    public Wallet wallet(String currency) {
        return wallet(WalletType.EXCHANGE, currency);
    }

    /** The wallet that filters call this, such as {@code exchange-BTC}; null when there is none. */
    public Wallet find(String subject) {
        return wallets.get(subject);
    }

    /** Writes {@code [AUM, AUM_NET]}: all wallets in dollars. */
    public JsonText balanceBody() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Wallet wallet : wallets.values()) {
            sum = sum.add(wallet.balance().multiply(usd(wallet.currency())));
        }
        JsonText number = new JsonText().number(sum);
        return new JsonText().openArray().raw(number).raw(number).closeArray();
    }

    /** What one of this currency is worth in dollars. */
    public BigDecimal usd(String currency) {
        if (currency.equals(USD)) {
            return BigDecimal.ONE;
        }
        for (Market market : markets.traded()) {
            Instrument instrument = market.instrument();
            if (instrument.base().equals(currency) && instrument.quote().equals(USD)) {
                return market.lastPrice();
            }
        }
        return new BigDecimal(ReferencePrices.usd(currency), MathContext.DECIMAL64);
    }

    /** Tells what is available in these wallets a moment later, as the exchange does. */
    public void computeLater(Wallet first, Wallet second) {
        if (!computation.isRunning()) {
            computation.afterMs(delayMs());
        }
        changed.add(first);
        changed.add(second);
    }

    /** Tells this one what is available in all wallets, a moment later. */
    public void computeLater(AccountFeed.Listener newcomer) {
        newcomers.add(newcomer, delayMs());
    }

    /** One who may have come a moment ago has gone. */
    public void forget(AccountFeed.Listener member) {
        feed.leave(member);
        newcomers.remove(member);
    }

    private int delayMs() {
        return COMPUTE_DELAY_MIN_MS + delays.below(COMPUTE_DELAY_SPREAD_MS);
    }

    private void compute() {
        for (Wallet wallet : changed) {
            feed.publish("wu", wallet.subject(), WalletRow.computed(wallet));
        }
        changed.clear();
        feed.publish("bu", "", balanceBody());
    }

    private void computeFor(AccountFeed.Listener newcomer) {
        for (Wallet wallet : wallets.values()) {
            feed.tell(newcomer, "wu", wallet.subject(), WalletRow.computed(wallet));
        }
        feed.tell(newcomer, "bu", "", balanceBody());
    }
}
