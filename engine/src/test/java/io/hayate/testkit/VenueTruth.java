package io.hayate.testkit;

import io.hayate.model.Instrument;
import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.exchange.Exchange;
import io.hayate.venue.order.RecordQuery;
import io.hayate.venue.wire.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What the venue knows of the strategy's account, whatever the engine was told of it. */
public final class VenueTruth {
    private static final int CLIENT_ORDER_ID = 2;
    private static final int TRADE_SYMBOL = 1;
    private static final int TRADE_AMOUNT = 4;

    private final Exchange exchange;
    private final VenueAccount account;

    VenueTruth(Exchange exchange) {
        this.exchange = exchange;
        account = exchange.accounts().find(Exchange.DEMO_KEY).account();
    }

    /** Client order ids of orders that are open there. */
    public List<Long> openOrders() {
        return numbers(exchange.orders().open(account, RecordQuery.ALL).toString());
    }

    /** Client order ids of all orders that ever came there, open or ended; the latest 2,500 of those. */
    public List<Long> orders() {
        List<Long> all = new ArrayList<>(openOrders());
        all.addAll(numbers(exchange.orders().ended(account, RecordQuery.ALL).toString()));
        return all;
    }

    /** Bought less sold, by all executions; the latest 5,000. */
    public BigDecimal position(String symbol) {
        String name = Instrument.symbolOf(symbol);
        BigDecimal sum = BigDecimal.ZERO;
        for (Object each : rows(exchange.orders().trades(account, RecordQuery.ALL).toString())) {
            List<?> row = (List<?>) each;
            if (row.get(TRADE_SYMBOL).equals(name)) {
                sum = sum.add((BigDecimal) row.get(TRADE_AMOUNT));
            }
        }
        return sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros();
    }

    /** Symbols that were traded. */
    public List<String> traded() {
        return rows(exchange.orders().trades(account, RecordQuery.ALL).toString()).stream()
                .map(row -> ((List<?>) row).get(TRADE_SYMBOL).toString())
                .distinct()
                .toList();
    }

    private static List<Long> numbers(String json) {
        return rows(json).stream()
                .map(row -> ((BigDecimal) ((List<?>) row).get(CLIENT_ORDER_ID)).longValueExact())
                .toList();
    }

    private static List<?> rows(String json) {
        try {
            return (List<?>) JsonReader.read(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
