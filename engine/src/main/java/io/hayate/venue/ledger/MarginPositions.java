package io.hayate.venue.ledger;

import io.hayate.venue.WalletType;
import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.account.Wallet;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.market.Market;
import io.hayate.venue.order.MarginEntry;
import io.hayate.venue.order.RestingMargin;
import io.hayate.venue.order.VenueOrder;
import io.hayate.venue.wire.Amounts;
import io.hayate.venue.wire.JsonText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The positions on margin of every account, and what they allow. One for each account and market. */
public final class MarginPositions {
    private static final BigDecimal LEVERAGE = BigDecimal.valueOf(5); // 20 % at the start
    private static final BigDecimal MINIMUM_PART = new BigDecimal("0.15"); // to stay open

    private final VenueIds ids;
    private final OpenOrders open;
    private final Map<VenueAccount, Map<Market, MarginPosition>> byAccount = new LinkedHashMap<>();

    /** No positions yet; those orders rest beside them. */
    public MarginPositions(VenueIds ids, OpenOrders open) {
        this.ids = ids;
        this.open = open;
    }

    /** The open positions of an account, in the order in which they were opened. */
    public Collection<MarginPosition> of(VenueAccount account) {
        Map<Market, MarginPosition> open = byAccount.get(account);
        return open == null ? List.of() : open.values();
    }

    /** The open position of an account in this market, or null. */
    public MarginPosition find(VenueAccount account, Market market) {
        Map<Market, MarginPosition> open = byAccount.get(account);
        return open == null ? null : open.get(market);
    }

    /** The position that a fill of this order trades on; a new one when none is open. */
    public MarginPosition forTradeOf(VenueOrder order, long timeMs) {
        return byAccount
                .computeIfAbsent(order.account(), account -> new LinkedHashMap<>())
                .computeIfAbsent(
                        order.market(),
                        market ->
                                new MarginPosition(
                                        ids.nextPositionId(), order.account(), market, timeMs));
    }

    /** Forgets a position of which nothing is open. */
    public void forget(MarginPosition position) {
        byAccount.get(position.account()).remove(position.market());
    }

    /** The amount that closes the position in this market; 0 for none. */
    public long closingUnits(VenueAccount account, Market market) {
        MarginPosition position = find(account, market);
        return position == null ? 0 : -position.units();
    }

    /**
     * True when the account's margin covers an order beside what is open and what rests, or the order needs
     * no more of it.
     *
     * @param replaced the order that is updated to this one, or null for a new one
     */
    public boolean covers(VenueAccount account, MarginEntry entry, VenueOrder replaced) {
        BigDecimal needed = resting(account, replaced, entry);
        return needed.compareTo(tradable(account)) <= 0
                || needed.compareTo(resting(account, null, null)) <= 0;
    }

    /** What the account's orders would add to its positions, without one and with another, in dollars. */
    private BigDecimal resting(VenueAccount account, VenueOrder without, MarginEntry with) {
        Map<Market, RestingMargin> byMarket = new LinkedHashMap<>();
        for (VenueOrder order : open.of(account)) {
            if (order != without && MarginEntry.isMeant(order)) {
                add(byMarket, account, MarginEntry.of(order));
            }
        }
        if (with != null) {
            add(byMarket, account, with);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Market, RestingMargin> each : byMarket.entrySet()) {
            sum = sum.add(each.getValue().worth().multiply(account.usd(each.getKey().quote())));
        }
        return sum;
    }

    private void add(Map<Market, RestingMargin> byMarket, VenueAccount account, MarginEntry entry) {
        byMarket.computeIfAbsent(
                        entry.market(), market -> new RestingMargin(closingUnits(account, market)))
                .add(entry);
    }

    /** What may be traded beyond the open positions, in dollars. */
    public BigDecimal tradable(VenueAccount account) {
        return net(account).multiply(LEVERAGE).subtract(exposure(account)).max(BigDecimal.ZERO);
    }

    /** All margin wallets, in dollars. */
    public BigDecimal balance(VenueAccount account) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Wallet wallet : account.wallets()) {
            if (wallet.type() == WalletType.MARGIN) {
                sum = sum.add(wallet.balance().multiply(account.usd(wallet.currency())));
            }
        }
        return sum;
    }

    /** The profit of all open positions, in dollars. */
    public BigDecimal profit(VenueAccount account) {
        BigDecimal sum = BigDecimal.ZERO;
        for (MarginPosition position : of(account)) {
            BigDecimal profit = position.profitAt(position.market().lastPrice());
            sum = sum.add(profit.multiply(usd(position)));
        }
        return sum;
    }

    /** All margin wallets and the profit of all open positions, in dollars. */
    public BigDecimal net(VenueAccount account) {
        return balance(account).add(profit(account));
    }

    /** What the open positions are worth, without their signs, in dollars. */
    private BigDecimal exposure(VenueAccount account) {
        BigDecimal sum = BigDecimal.ZERO;
        for (MarginPosition position : of(account)) {
            BigDecimal worth = position.amount().abs().multiply(position.market().lastPrice());
            sum = sum.add(worth.multiply(usd(position)));
        }
        return sum;
    }

    private static BigDecimal usd(MarginPosition position) {
        return position.account().usd(position.market().quote());
    }

    /** Writes {@code ["base",[USER_PL, USER_SWAPS, MARGIN_BALANCE, MARGIN_NET, MARGIN_MIN]]}. */
    public JsonText baseBody(VenueAccount account) {
        JsonText out = new JsonText().openArray().text("base").openArray();
        out.number(profit(account)).whole(0).number(balance(account)).number(net(account));
        return out.number(exposure(account).multiply(MINIMUM_PART)).closeArray().closeArray();
    }

    /** Writes {@code ["sym",SYMBOL,[TRADABLE_BALANCE, GROSS_BALANCE, BUY, SELL, null ..]]}. */
    public JsonText symbolBody(VenueAccount account, Market market) {
        BigDecimal price = market.lastPrice().multiply(account.usd(market.quote()));
        BigDecimal resting = resting(account, null, null);
        BigDecimal tradable = tradable(account).subtract(resting).max(BigDecimal.ZERO);
        BigDecimal most = tradable.divide(price, MathContext.DECIMAL64);
        BigDecimal closing = Amounts.ofUnits(closingUnits(account, market));
        JsonText out = new JsonText().openArray().text("sym").text(market.instrument().symbol());
        out.openArray().number(tradable).number(net(account).multiply(LEVERAGE));
        out.number(most.add(closing.max(BigDecimal.ZERO)));
        out.number(most.add(closing.negate().max(BigDecimal.ZERO)));
        return out.nulls(4).closeArray().closeArray();
    }
}
