package io.hayate.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Decodes the venue's lists of pairs, as REST has them, for the smallest and largest amounts in them.
 *
 * <pre>[[["BTCUSD",[null,null,null,"0.00004","2000.0",null,null,null,0.3,0.15,null,null]],..],..]</pre>
 *
 * <p>Off the trading threads; allocates.
 */
public final class PairListDecoder {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int LEAST_INDEX = 3;
    private static final int SCALE = 8;
    private static final BigDecimal UNITS_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private PairListDecoder() {}

    /** Takes one pair. */
    @FunctionalInterface
    public interface PairTaker {
        /** Takes a pair by its name without the t; amounts in units of 1e-8, 0 where none is told. */
        void onPair(String name, long leastUnits, long mostUnits);
    }

    /**
     * Gives each pair of the lists to the taker.
     *
     * @throws IOException for a text of another shape
     */
    public static void decode(byte[] text, int length, PairTaker taker) throws IOException {
        try (JsonParser json = FACTORY.createParser(text, 0, length)) {
            require(json.nextToken(), JsonToken.START_ARRAY);
            while (json.nextToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_ARRAY) {
                    decodePair(json, taker);
                }
            }
            require(json.currentToken(), JsonToken.END_ARRAY);
        }
    }

    private static void decodePair(JsonParser json, PairTaker taker) throws IOException {
        require(json.nextToken(), JsonToken.VALUE_STRING);
        String name = json.getText();
        require(json.nextToken(), JsonToken.START_ARRAY);
        long least = 0;
        long most = 0;
        int index = 0;
        for (JsonToken token = json.nextToken();
                token != JsonToken.END_ARRAY;
                token = json.nextToken()) {
            if (index == LEAST_INDEX) {
                least = units(json, token, RoundingMode.UP);
            } else if (index == LEAST_INDEX + 1) {
                most = units(json, token, RoundingMode.DOWN);
            }
            json.skipChildren();
            index++;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            json.skipChildren(); // what the venue adds
        }
        taker.onPair(name, least, most);
    }

    private static long units(JsonParser json, JsonToken token, RoundingMode rounding)
            throws IOException {
        boolean isTold = token == JsonToken.VALUE_STRING || token.isNumeric();
        if (!isTold) {
            return 0;
        }
        try {
            BigDecimal amount = new BigDecimal(json.getText());
            BigDecimal units = amount.movePointRight(SCALE).setScale(0, rounding);
            return units.signum() > 0 ? units.min(UNITS_MAX).longValueExact() : 0;
        } catch (NumberFormatException e) {
            throw new MalformedFrameException("an amount of a pair is no number");
        }
    }

    private static void require(JsonToken found, JsonToken due) throws IOException {
        if (found != due) {
            throw new MalformedFrameException("a list of pairs is due, found " + found);
        }
    }
}
