package io.hayate.codec;

import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.OrderType;

/**
 * What the texts of all orders of an instrument and a type have in common: {@code ,"type":"EXCHANGE
 * LIMIT","symbol":"tBTCUSD","amount":"}. Made once for each instrument, with all types of both wallets.
 */
final class OrderTemplates {
    private static final int SYMBOL_LENGTH_MAX = 128;

    private final Instrument[] instruments = new Instrument[Instruments.COUNT_MAX];
    private final byte[][][] templates = new byte[Instruments.COUNT_MAX][][];

    /** From behind the client order id up to the amount. Allocates when it meets the instrument. */
    byte[] get(Instrument instrument, OrderType type) {
        int id = instrument.id();
        if (!instrument.equals(instruments[id])) {
            templates[id] = make(instrument.symbol());
            instruments[id] = instrument;
        }
        return templates[id][type.code()];
    }

    private static byte[][] make(String symbol) {
        if (symbol.length() > SYMBOL_LENGTH_MAX) {
            throw new IllegalArgumentException("no symbol: " + symbol);
        }
        byte[][] all = new byte[OrderType.CODES][];
        for (OrderType type : OrderType.values()) {
            all[type.code()] =
                    AsciiJson.ascii(
                            ",\"type\":"
                                    + AsciiJson.quote(type.wireName())
                                    + ",\"symbol\":"
                                    + AsciiJson.quote(symbol)
                                    + ",\"amount\":\"");
        }
        return all;
    }
}
