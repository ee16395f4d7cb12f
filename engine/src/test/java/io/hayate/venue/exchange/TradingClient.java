package io.hayate.venue.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.session.Outbox;
import io.hayate.venue.session.VenueSession;
import io.hayate.venue.wire.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A client that keeps what it hears: orders, wallets with each change, books, tickers. */
final class TradingClient implements Outbox {
    private static final String SYMBOL = "tBTCUSD";

    private final TradingRig rig;
    private final VenueSession session;
    private final List<String> texts = new ArrayList<>();
    private final Map<BigDecimal, List<?>> orders = new LinkedHashMap<>();
    private final Map<String, List<BigDecimal>> wallets = new LinkedHashMap<>();
    private final Map<String, BigDecimal> begun = new LinkedHashMap<>();
    private final List<List<?>> trades = new ArrayList<>();
    private final Map<Object, String> channels = new LinkedHashMap<>();
    private final TreeMap<BigDecimal, BigDecimal> book = new TreeMap<>();
    private final TreeMap<BigDecimal, List<?>> rows = new TreeMap<>();
    private List<?> notification;
    private List<?> ticker;
    private int clientOrderId;

    TradingClient(TradingRig rig) {
        this.rig = rig;
        session = rig.exchange.onConnected(this, "10.0.0.1:1");
    }

    void authenticate(String key, String secret, long nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA384");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA384"));
            String payload = "AUTH" + nonce;
            String signature = HexFormat.of().formatHex(mac.doFinal(payload.getBytes(UTF_8)));
            send(
                    "{\"event\":\"auth\",\"apiKey\":\""
                            + key
                            + "\",\"authSig\":\""
                            + signature
                            + "\",\"authNonce\":"
                            + nonce
                            + ",\"authPayload\":\""
                            + payload
                            + "\"}");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void send(String text) {
        rig.exchange.onText(session, text);
    }

    /** Leaves without a word. */
    void leave() {
        rig.exchange.onLeft(session);
    }

    void subscribe(String fields) {
        send("{\"event\":\"subscribe\"," + fields + "}");
    }

    /** Hears the ticker and 250 levels of the book. */
    TradingClient watching() {
        subscribe("\"channel\":\"ticker\",\"symbol\":\"tBTCUSD\"");
        subscribe("\"channel\":\"book\",\"symbol\":\"tBTCUSD\",\"prec\":\"P0\",\"len\":\"250\"");
        return this;
    }

    /** Sends an order of these terms, written with single quotes; answers with its id. */
    long order(String type, String amount, String terms) {
        input("on", orderText(type, amount, terms));
        assertEquals("SUCCESS", notification.get(6), String.valueOf(notification.get(7)));
        return ((BigDecimal) ((List<?>) notification.get(4)).get(0)).longValueExact();
    }

    /** Sends an order that is refused at once; answers with the text of that. */
    String refused(String type, String amount, String terms) {
        input("on", orderText(type, amount, terms));
        assertEquals("ERROR", notification.get(6), String.valueOf(notification.get(7)));
        return (String) notification.get(7);
    }

    private String orderText(String type, String amount, String terms) {
        return "{'cid':"
                + ++clientOrderId
                + ",'type':'"
                + type
                + "','symbol':'"
                + SYMBOL
                + "','amount':'"
                + amount
                + "'"
                + (terms.isEmpty() ? "" : ",")
                + terms
                + "}";
    }

    long limit(String amount, String price) {
        return order("EXCHANGE LIMIT", amount, "'price':'" + price + "'");
    }

    long market(String amount) {
        return order("EXCHANGE MARKET", amount, "");
    }

    /** Changes an order; the answer is a success. */
    void update(long id, String terms) {
        input("ou", "{'id':" + id + "," + terms + "}");
        assertEquals("SUCCESS", notification.get(6), String.valueOf(notification.get(7)));
    }

    /** Changes an order, which is refused; answers with the text of that. */
    String updateRefused(long id, String terms) {
        input("ou", "{'id':" + id + "," + terms + "}");
        assertEquals("ERROR", notification.get(6), String.valueOf(notification.get(7)));
        return (String) notification.get(7);
    }

    void cancel(long id) {
        input("oc", "{'id':" + id + "}");
    }

    /** Sends an input of the account, written with single quotes. */
    void input(String type, String payload) {
        send("[0,\"" + type + "\",null," + payload.replace('\'', '"') + "]");
    }

    /** The latest row of an order. */
    List<?> row(long id) {
        return orders.get(BigDecimal.valueOf(id));
    }

    Object field(long id, int index) {
        return row(id).get(index);
    }

    String status(long id) {
        return (String) row(id).get(13);
    }

    BigDecimal number(long id, int index) {
        return (BigDecimal) row(id).get(index);
    }

    /** The order that this one caused; 0 for none. */
    long placedBy(long id) {
        for (List<?> row : orders.values()) {
            if (row.get(25) instanceof BigDecimal by && by.longValueExact() == id) {
                return ((BigDecimal) row.get(0)).longValueExact();
            }
        }
        return 0;
    }

    void assertNotFilled(long id) {
        assertEquals(0, number(id, 6).compareTo(number(id, 7)), row(id).toString());
    }

    void assertFilled(long id) {
        assertEquals(0, number(id, 6).signum(), row(id).toString());
    }

    void assertStatus(String start, long id) {
        assertTrue(status(id).startsWith(start), row(id).toString());
    }

    /** What the book shows at this price: above 0 of bids, below 0 of asks, 0 for nothing. */
    BigDecimal level(String price) {
        return book.getOrDefault(new BigDecimal(price), BigDecimal.ZERO).stripTrailingZeros();
    }

    /** All that the book shows, by price, or by the numbers of orders. */
    Map<BigDecimal, String> levels() {
        Map<BigDecimal, String> all = new TreeMap<>();
        rows.forEach((key, row) -> all.put(key, plain(row)));
        return all;
    }

    private static String plain(List<?> row) {
        return row.stream()
                .map(each -> ((BigDecimal) each).stripTrailingZeros().toPlainString())
                .toList()
                .toString();
    }

    BigDecimal lastPrice() {
        return (BigDecimal) ticker.get(6);
    }

    List<?> notification() {
        return notification;
    }

    /** The changes of a wallet, such as {@code exchange-BTC}, since it was asked for last. */
    List<BigDecimal> takeChanges(String wallet) {
        List<BigDecimal> balances = wallets.get(wallet);
        List<BigDecimal> changes = new ArrayList<>();
        for (int i = 1; i < balances.size(); i++) {
            BigDecimal change = balances.get(i).subtract(balances.get(i - 1));
            if (change.signum() != 0) {
                changes.add(change.stripTrailingZeros());
            }
        }
        BigDecimal last = balances.get(balances.size() - 1);
        balances.clear();
        balances.add(last);
        return changes;
    }

    /** The exchange wallets of the pair have changed by its trades and their fees alone, exactly. */
    void assertMoneyOfTrades() {
        BigDecimal base = begun.get("exchange-BTC");
        BigDecimal quote = begun.get("exchange-USD");
        for (List<?> trade : trades) {
            BigDecimal amount = (BigDecimal) trade.get(4);
            BigDecimal fee = (BigDecimal) trade.get(9); // below 0
            boolean inBase = trade.get(10).equals("BTC");
            base = base.add(amount).add(inBase ? fee : BigDecimal.ZERO);
            quote = quote.subtract(amount.multiply((BigDecimal) trade.get(5)));
            quote = quote.add(inBase ? BigDecimal.ZERO : fee);
        }
        assertEquals(0, base.compareTo(balance("exchange-BTC")), trades.toString());
        assertEquals(0, quote.compareTo(balance("exchange-USD")), trades.toString());
    }

    BigDecimal balance(String wallet) {
        List<BigDecimal> balances = wallets.get(wallet);
        return balances.get(balances.size() - 1);
    }

    /** What it heard since it was asked last. */
    List<String> take() {
        List<String> taken = List.copyOf(texts);
        texts.clear();
        return taken;
    }

    /** What it heard of its account since it was asked last. */
    List<String> takeAccount() {
        return take().stream().filter(text -> text.startsWith("[0,")).toList();
    }

    @Override
    public void text(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, UTF_8);
        texts.add(text);
        try {
            onValue(JsonReader.read(text));
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private void onValue(Object value) {
        if (value instanceof Map<?, ?> event) {
            if ("subscribed".equals(event.get("event"))) {
                channels.put(event.get("chanId"), (String) event.get("channel"));
            }
            return;
        }
        List<?> frame = (List<?>) value;
        if (((BigDecimal) frame.get(0)).signum() == 0) {
            onAccount(frame);
        } else if (frame.get(1) instanceof List<?> data) {
            onData(channels.get(frame.get(0)), data);
        }
    }

    private void onAccount(List<?> frame) {
        if (frame.get(1).equals("hb")) {
            return;
        }
        List<?> payload = (List<?>) frame.get(2);
        switch ((String) frame.get(1)) {
            case "on", "ou", "oc" -> orders.put((BigDecimal) payload.get(0), payload);
            case "os" -> payload.forEach(row -> onAccount(List.of(BigDecimal.ZERO, "ou", row)));
            case "ws" -> payload.forEach(row -> onWallet((List<?>) row));
            case "wu" -> onWallet(payload);
            case "tu" -> trades.add(payload);
            case "n" -> notification = payload;
            default -> {}
        }
    }

    private void onWallet(List<?> row) {
        begun.putIfAbsent(row.get(0) + "-" + row.get(1), (BigDecimal) row.get(2));
        wallets.computeIfAbsent(row.get(0) + "-" + row.get(1), key -> new ArrayList<>())
                .add((BigDecimal) row.get(2));
    }

    private void onData(String channel, List<?> data) {
        if ("ticker".equals(channel)) {
            ticker = data;
        } else if ("book".equals(channel)) {
            if (data.isEmpty() || data.get(0) instanceof List) {
                book.clear();
                rows.clear();
                data.forEach(row -> onLevel((List<?>) row));
            } else {
                onLevel(data);
            }
        }
    }

    private void onLevel(List<?> row) {
        if (((BigDecimal) row.get(1)).signum() == 0) {
            book.remove(row.get(0));
            rows.remove(row.get(0));
        } else {
            book.put((BigDecimal) row.get(0), (BigDecimal) row.get(2));
            rows.put((BigDecimal) row.get(0), row);
        }
    }

    @Override
    public void masked(byte[] bytes, int length) {
        throw new IllegalStateException("masked");
    }

    @Override
    public void close(int code, String reason) {
        texts.add("close " + code + " " + reason);
    }

    @Override
    public void drop() {
        texts.add("drop");
    }
}
