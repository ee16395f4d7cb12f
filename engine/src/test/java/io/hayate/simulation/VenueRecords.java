package io.hayate.simulation;

import io.hayate.venue.WalletType;
import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.account.Wallet;
import io.hayate.venue.exchange.Exchange;
import io.hayate.venue.order.RecordQuery;
import io.hayate.venue.wire.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the exchange of a simulation knows of the demonstration account's orders, as it tells by REST. */
final class VenueRecords {
    private static final int ID = 0;
    private static final int CID = 2;
    private static final int LEFT = 6;
    private static final int TYPE = 8;
    private static final int PRICE = 16;

    private final Exchange exchange;
    private final VenueAccount account;

    VenueRecords(Simulation simulation) {
        exchange = simulation.exchange();
        account = exchange.accounts().find(Exchange.DEMO_KEY).account();
    }

    /** Open orders by our number: the venue's number, type, what is left and price. */
    Map<Long, String> open() {
        Map<Long, String> open = new TreeMap<>();
        for (Object each : rows(exchange.orders().open(account, RecordQuery.ALL).toString())) {
            List<?> row = (List<?>) each;
            BigDecimal left = (BigDecimal) row.get(LEFT);
            String price =
                    row.get(TYPE).toString().contains("TRAILING") ? "" : plain(row.get(PRICE));
            open.put(
                    ((BigDecimal) row.get(CID)).longValueExact(),
                    row.get(ID) + " " + row.get(TYPE) + " " + plain(left.abs()) + " " + price);
        }
        return open;
    }

    /** True for an order that the venue has taken: one that is open, or has ended. */
    boolean has(long clientOrderId) {
        return open().containsKey(clientOrderId)
                || rows(exchange.orders().ended(account, RecordQuery.ALL).toString()).stream()
                        .anyMatch(
                                row ->
                                        ((BigDecimal) ((List<?>) row).get(CID)).longValueExact()
                                                == clientOrderId);
    }

    /** What was bought less what was sold. */
    BigDecimal position(String symbol) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Object each : rows(exchange.orders().trades(account, RecordQuery.ALL).toString())) {
            List<?> row = (List<?>) each;
            if (row.get(1).equals(symbol)) {
                sum = sum.add((BigDecimal) row.get(4));
            }
        }
        return sum.stripTrailingZeros();
    }

    /** What the exchange wallet of a currency holds. */
    double balance(String currency) {
        for (Wallet wallet : account.wallets()) {
            if (wallet.type() == WalletType.EXCHANGE && wallet.currency().equals(currency)) {
                return wallet.balance().doubleValue();
            }
        }
        return 0;
    }

    static String plain(Object number) {
        BigDecimal value = new BigDecimal(number.toString());
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static List<?> rows(String json) {
        try {
            return (List<?>) JsonReader.read(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
