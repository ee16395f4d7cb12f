package io.hayate.view.command;

import io.hayate.event.CommandType;
import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.OrderOperation;
import io.hayate.model.Side;
import io.hayate.number.Decimals;
import io.hayate.view.text.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads what stands behind {@code buy} or {@code sell}: an amount and a symbol, in any order, and the
 * order's terms, where it is not to trade at the market.
 */
final class OrderWords {
    private static final Pattern NUMBER_LIKE = Pattern.compile("[-+.,]?[0-9][-+.,0-9eE]*");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{0,10}(\\.[0-9]{1,8})?");
    private static final Pattern LARGE = Pattern.compile("[0-9]*[1-9][0-9]{5,}(\\.[0-9]{1,8})?");
    private static final String AMOUNT_RULE =
            " must be a plain number above 0 with at most 8 decimals, such as 0.01";

    private final Symbols symbols;
    private final double buyAmount;

    OrderWords(Symbols symbols, double buyAmount) {
        this.symbols = symbols;
        this.buyAmount = buyAmount;
    }

    /** A symbol to show in examples. */
    String example() {
        return symbols.first() == null ? "BTCUSD" : symbols.first().displayName();
    }

    Request parse(CommandType side, List<String> words) {
        String verb = verb(side);
        if (words.isEmpty()) {
            return alone(side);
        }
        if (words.size() == 1) {
            boolean isAmount = isNumberLike(words.get(0));
            String missing =
                    isAmount ? " what? a symbol is missing" : " how much? an amount is missing";
            return Request.wrong(verb + missing + usage(verb));
        }
        boolean symbolFirst = isSymbolFirst(words.get(0), words.get(1));
        Request atMarket =
                order(side, words.get(symbolFirst ? 1 : 0), words.get(symbolFirst ? 0 : 1));
        boolean isWhole = words.size() == 2 || atMarket.kind() == Request.Kind.WRONG;
        return isWhole ? atMarket : withTerms(atMarket, words.subList(2, words.size()));
    }

    private static Request withTerms(Request atMarket, List<String> words) {
        OrderIntent intent = OrderIntent.allocate().begin(OrderOperation.NEW, atMarket.targetId());
        intent.side(atMarket.command() == CommandType.BUY ? Side.BUY : Side.SELL);
        intent.amount(atMarket.amount());
        OrderTermWords terms = new OrderTermWords(intent, words);
        String wrong = terms.read();
        return wrong.isEmpty()
                ? Request.order(intent, atMarket.text() + " " + terms.text())
                : Request.wrong(wrong);
    }

    private boolean isSymbolFirst(String first, String second) {
        boolean byLooks = isNumberLike(second) && !isNumberLike(first);
        return byLooks || (symbols.find(first) != null && symbols.find(second) == null);
    }

    private Request alone(CommandType side) {
        if (side == CommandType.SELL) {
            return Request.wrong("sell how much of what?" + usage("sell"));
        }
        return symbols.first() == null
                ? Request.wrong("nothing is subscribed, so there is nothing to buy")
                : order(side, symbols.first(), buyAmount);
    }

    private Request order(CommandType side, String amountWord, String symbolWord) {
        double amount = amount(amountWord);
        if (Double.isNaN(amount)) {
            return Request.wrong("the amount " + amountWord + AMOUNT_RULE + hint(amountWord));
        }
        Instrument instrument = symbols.find(symbolWord);
        return instrument == null
                ? Request.wrong(Symbols.noneForOrder(symbolWord))
                : order(side, instrument, amount);
    }

    private static Request order(CommandType side, Instrument instrument, double amount) {
        String name = instrument.displayName();
        if (instrument.isFunding()) {
            return Request.wrong(
                    name + " is a currency to fund: there are no market orders for it");
        }
        String text = verb(side) + " " + Figures.exact(amount) + " " + name;
        return new Request(Request.Kind.ENGINE, side, instrument.id(), amount, text);
    }

    /** The amount exactly as typed, or NaN when it is none that an order can have. */
    private static double amount(String word) {
        if (word.isEmpty() || !AMOUNT.matcher(word).matches()) {
            return Double.NaN;
        }
        BigDecimal exact = new BigDecimal(word);
        double amount = exact.doubleValue();
        long units = exact.movePointRight(8).longValueExact();
        return units > 0 && Decimals.toUnits(amount) == units ? amount : Double.NaN;
    }

    private static String hint(String word) {
        if (word.startsWith("-") || word.startsWith("+")) {
            return " - write it without a sign";
        }
        if (LARGE.matcher(word).matches()) {
            return " - this one is too large to be told exactly";
        }
        return word.contains(",") ? " - with a point, not a comma" : "";
    }

    private String usage(String verb) {
        return ", such as: " + verb + " " + Figures.exact(buyAmount) + " " + example();
    }

    private static boolean isNumberLike(String word) {
        return NUMBER_LIKE.matcher(word).matches();
    }

    private static String verb(CommandType side) {
        return side.name().toLowerCase(Locale.ROOT);
    }
}
