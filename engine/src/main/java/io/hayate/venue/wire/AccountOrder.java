package io.hayate.venue.wire;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an account is told of an order:
 *
 * <pre>[ID,GID,CID,SYMBOL,CREATED,UPDATED,AMOUNT,...,TYPE,...,FLAGS,STATUS,...,PRICE,...]</pre>
 *
 * @param amount what is left, below 0 for a sell
 * @param isShown a book shows it with its price and all of its amount, as long as it rests
 */
public record AccountOrder(
        long id, String symbol, BigDecimal amount, BigDecimal price, boolean isShown) {
    private static final int ID_AT = 0;
    private static final int SYMBOL_AT = 3;
    private static final int AMOUNT_AT = 6;
    private static final int TYPE_AT = 8;
    private static final int FLAGS_AT = 12;
    private static final int PRICE_AT = 16;
    private static final long HIDDEN = 64;

    /** What the row tells; null for none of an order with a price. */
    public static AccountOrder of(List<?> row) {
        if (row.size() <= PRICE_AT || !(row.get(SYMBOL_AT) instanceof String symbol)) {
            return null;
        }
        long id = Fields.whole(row.get(ID_AT));
        BigDecimal amount = Fields.decimal(row.get(AMOUNT_AT));
        BigDecimal price = Fields.decimal(row.get(PRICE_AT));
        Object type = row.get(TYPE_AT);
        boolean isLimit = "EXCHANGE LIMIT".equals(type) || "LIMIT".equals(type);
        boolean isHidden = (Math.max(0, Fields.whole(row.get(FLAGS_AT))) & HIDDEN) != 0;
        return id < 0 || amount == null || price == null
                ? null
                : new AccountOrder(id, symbol, amount, price, isLimit && !isHidden);
    }
}
