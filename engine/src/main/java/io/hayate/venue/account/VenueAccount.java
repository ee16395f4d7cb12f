package io.hayate.venue.account;

import io.hayate.model.Instrument;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.market.Market;
import io.hayate.venue.market.Markets;
import io.hayate.venue.market.ReferencePrices;
import io.hayate.venue.wire.JsonText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** An account with a key, money in every currency that is traded, and those who listen to it. */
public final class VenueAccount {
    private static final BigDecimal QUOTE_BALANCE = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BASE_BALANCE = BigDecimal.valueOf(100);
    private static final int COMPUTE_DELAY_MS = 20;

    private final String secret;
    private final Markets markets;
    private final AccountFeed feed;
    private final Map<String, Wallet> wallets = new LinkedHashMap<>();
    private final Set<Wallet> toCompute = new LinkedHashSet<>();
    private final Timeline.Timer computation;
    private long lastNonce;

    /** An account with money in every currency of these markets. */
    public VenueAccount(String secret, Markets markets, Timeline timeline, long firstSequence) {
        this.secret = secret;
        this.markets = markets;
        computation = timeline.timer(this::compute);
        feed = new AccountFeed(firstSequence);
        for (Market market : markets.traded()) {
            open(market.instrument().base(), BASE_BALANCE);
        }
        for (Market market : markets.traded()) {
            open(market.instrument().quote(), QUOTE_BALANCE);
        }
    }

    private void open(String currency, BigDecimal balance) {
        if (!currency.endsWith("F0")) {
            wallets.putIfAbsent(currency, new Wallet(currency, balance));
        }
    }

    /** Signs what authenticates. */
    public String secret() {
        return secret;
    }

    /** Tells of what happens on it. */
    public AccountFeed feed() {
        return feed;
    }

    /** In the order in which they were opened. */
    public Collection<Wallet> wallets() {
        return wallets.values();
    }

    /** The wallet of a currency that is traded here. */
    public Wallet wallet(String currency) {
        return wallets.get(currency);
    }

    /** Takes a nonce that is larger than any before; false for another. */
    public boolean useNonce(long nonce) {
        if (nonce <= lastNonce) {
            return false;
        }
        lastNonce = nonce;
        return true;
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

    private BigDecimal usd(String currency) {
        for (Market market : markets.traded()) {
            Instrument instrument = market.instrument();
            if (instrument.base().equals(currency) && instrument.quote().equals("USD")) {
                return market.lastPrice();
            }
        }
        return new BigDecimal(ReferencePrices.usd(currency), MathContext.DECIMAL64);
    }

    /** Tells what is available in these wallets a moment later, as the exchange does. */
    public void computeLater(Wallet first, Wallet second) {
        if (!computation.isRunning()) {
            computation.afterMs(COMPUTE_DELAY_MS);
        }
        toCompute.add(first);
        toCompute.add(second);
    }

    private void compute() {
        for (Wallet wallet : toCompute) {
            feed.publish("wu", wallet.subject(), WalletRow.computed(wallet));
        }
        toCompute.clear();
        feed.publish("bu", "", balanceBody());
    }
}
