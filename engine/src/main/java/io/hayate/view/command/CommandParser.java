package io.hayate.view.command;

import io.hayate.event.CommandType;
import io.hayate.model.Instrument;
import io.hayate.model.Nearest;
import io.hayate.view.text.PortfolioLines;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a typed line: {@code buy 0.01 BTCUSD}, {@code show BTCUSD}, {@code orders}. What it does not
 * understand it answers with one line that helps. Any thread.
 */
public final class CommandParser {
    /** The words that start a line. */
    public static final List<String> VERBS =
            List.of(
                    "buy",
                    "sell",
                    "update",
                    "cancel",
                    "show",
                    "book",
                    "trades",
                    "candles",
                    "tickers",
                    "channels",
                    "subscribe",
                    "unsubscribe",
                    "orders",
                    "wallets",
                    "positions",
                    "pnl",
                    "history",
                    "offers",
                    "explain",
                    "strategies",
                    "web",
                    "strategy",
                    "status",
                    "trace",
                    "reconnect",
                    "kill",
                    "resume",
                    "forget",
                    "adopt",
                    "help",
                    "quit",
                    "exit");

    /** The word that ends it all. */
    public static final String QUIT = "quit";

    private static final Pattern ORDER_NUMBER = Pattern.compile("[0-9]{1,15}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");
    private static final Pattern WALLET_AMOUNT = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,8})?");
    private static final int WORD_SHOWN_MAX = 40;

    private final Symbols symbols;
    private final OrderWords orderWords;
    private final MarketWords marketWords;

    public CommandParser(Symbols symbols, double buyAmount, MarketWords marketWords) {
        this.marketWords = marketWords;
        this.symbols = symbols;
        this.orderWords = new OrderWords(symbols, buyAmount);
    }

    public Request parse(String line) {
        String[] typed = line.strip().split("\\s+");
        if (typed[0].isEmpty()) {
            return Request.of(Request.Kind.NOTHING);
        }
        if (typed[0].equalsIgnoreCase("strategy")) {
            return StrategyWords.parse(Arrays.asList(typed)); // what it is given is not shortened
        }
        List<String> words = Arrays.stream(typed).map(CommandParser::shortened).toList();
        String verb = words.get(0).toLowerCase(Locale.ROOT);
        return parse(verb, words.get(0), words.subList(1, words.size()));
    }

    private Request parse(String verb, String typed, List<String> rest) {
        return switch (verb) {
            case "buy" -> orderWords.parse(CommandType.BUY, rest);
            case "sell" -> orderWords.parse(CommandType.SELL, rest);
            case "update" -> ChangeWords.update(rest);
            case "cancel" -> ChangeWords.cancel(rest);
            case "show" -> show(rest);
            case "trace" -> trace(rest);
            case "book" -> marketWords.book(rest);
            case "trades" -> marketWords.trades(rest);
            case "candles" -> marketWords.candles(rest);
            case "subscribe" -> marketWords.subscribe(rest);
            case "unsubscribe" -> marketWords.unsubscribe(rest);
            case "tickers" -> alone(verb, rest, Request.of(Request.Kind.TICKERS));
            case "channels" -> channels(rest);
            case "orders" -> alone(verb, rest, Request.command(CommandType.ORDERS, verb));
            case "wallets" -> alone(verb, rest, Request.command(CommandType.WALLETS, verb));
            case "positions" -> alone(verb, rest, Request.of(Request.Kind.POSITIONS));
            case "pnl" -> alone(verb, rest, Request.of(Request.Kind.PROFIT));
            case "history" -> history(rest);
            case "offers" -> alone(verb, rest, Request.of(Request.Kind.OFFERS));
            case "explain" -> explain(rest);
            case "web" -> alone(verb, rest, Request.of(Request.Kind.WEB));
            case "strategies" -> alone(verb, rest, Request.of(Request.Kind.STRATEGIES));
            case "reconnect" -> alone(verb, rest, Request.command(CommandType.RECONNECT, verb));
            case "kill" -> kill(rest);
            case "resume" -> resume(rest);
            case "forget" -> forget(rest);
            case "adopt" -> adopt(rest);
            case "status" -> alone(verb, rest, Request.of(Request.Kind.STATUS));
            case "help" -> alone(verb, rest, Request.of(Request.Kind.HELP));
            case "quit", "exit" -> alone(verb, rest, Request.of(Request.Kind.QUIT));
            default -> other(typed, rest);
        };
    }

    /** A long word is not repeated in full. */
    private static String shortened(String word) {
        return word.length() > WORD_SHOWN_MAX ? word.substring(0, WORD_SHOWN_MAX) + ".." : word;
    }

    private Request show(List<String> rest) {
        if (rest.size() != 1) {
            return Request.wrong("show takes one symbol, such as: show " + orderWords.example());
        }
        Instrument instrument = symbols.find(rest.get(0));
        return instrument == null ? Request.wrong(symbols.unknown(rest.get(0))) : show(instrument);
    }

    private static Request show(Instrument instrument) {
        String text = "show " + instrument.displayName();
        return new Request(Request.Kind.ENGINE, CommandType.SHOW, instrument.id(), 0, text);
    }

    private static Request trace(List<String> rest) {
        String word = rest.size() == 1 ? rest.get(0).toLowerCase(Locale.ROOT) : "";
        return switch (word) {
            case "on" -> Request.command(CommandType.TRACE_ON, "trace on");
            case "off" -> Request.command(CommandType.TRACE_OFF, "trace off");
            default -> Request.wrong("trace takes one word: trace on, or trace off");
        };
    }

    private static Request kill(List<String> rest) {
        if (rest.isEmpty()) {
            return Request.of(Request.Kind.KILL);
        }
        boolean isAccount =
                rest.size() == 2
                        && rest.get(0).equalsIgnoreCase("account")
                        && COUNT.matcher(rest.get(1)).matches();
        if (!isAccount) {
            return Request.wrong(
                    "kill stands alone; or kill account 2, with 2 open orders of others");
        }
        double others = Double.parseDouble(rest.get(1));
        String text = "kill account " + rest.get(1);
        return new Request(
                Request.Kind.ENGINE, CommandType.KILL_ACCOUNT, Instrument.NONE, others, text);
    }

    private static Request resume(List<String> rest) {
        boolean isCount = rest.size() == 1 && COUNT.matcher(rest.get(0)).matches();
        if (!isCount) {
            return Request.wrong("resume takes how many of our orders are open, such as: resume 0");
        }
        double open = Double.parseDouble(rest.get(0));
        String text = "resume " + rest.get(0);
        return new Request(Request.Kind.ENGINE, CommandType.RESUME, Instrument.NONE, open, text);
    }

    private static Request history(List<String> rest) {
        boolean isCount = rest.size() == 1 && COUNT.matcher(rest.get(0)).matches();
        if (!rest.isEmpty() && !isCount) {
            return Request.wrong("history takes how many fills to show, or nothing: history 50");
        }
        double fills = isCount ? Double.parseDouble(rest.get(0)) : PortfolioLines.FILLS_SHOWN;
        return new Request(Request.Kind.HISTORY, null, Instrument.NONE, fills, "");
    }

    private static Request explain(List<String> rest) {
        return rest.size() == 1
                ? new Request(Request.Kind.EXPLAIN, null, Instrument.NONE, 0, rest.get(0))
                : Request.wrong("explain takes one order: explain last, or its number");
    }

    private static Request forget(List<String> rest) {
        boolean isNumber = rest.size() == 1 && ORDER_NUMBER.matcher(rest.get(0)).matches();
        if (!isNumber) {
            return Request.wrong(
                    "forget takes the whole number of an order of unknown outcome: forget 1234567890");
        }
        double number = Double.parseDouble(rest.get(0)); // exact up to 2^53
        String text = "forget " + rest.get(0);
        return new Request(Request.Kind.ENGINE, CommandType.FORGET, Instrument.NONE, number, text);
    }

    private static Request adopt(List<String> rest) {
        boolean isAmount = rest.size() == 2 && WALLET_AMOUNT.matcher(rest.get(1)).matches();
        if (!isAmount) {
            return Request.wrong(
                    "adopt takes a currency and what differs, as positions shows it: adopt BTC 0.5");
        }
        double amount = Double.parseDouble(rest.get(1));
        String currency = rest.get(0).toUpperCase(Locale.ROOT);
        return new Request(Request.Kind.ADOPT, null, Instrument.NONE, amount, currency);
    }

    private static Request channels(List<String> rest) {
        return rest.size() > 1
                ? Request.wrong("channels takes a part of a name, or nothing: channels BTC")
                : Request.channels(rest.isEmpty() ? "" : rest.get(0));
    }

    private static Request alone(String verb, List<String> rest, Request request) {
        return rest.isEmpty()
                ? request
                : Request.wrong(verb + " stands alone: it takes no " + rest.get(0));
    }

    private Request other(String typed, List<String> rest) {
        Instrument instrument = symbols.find(typed);
        if (instrument != null) {
            return rest.isEmpty()
                    ? show(instrument)
                    : Request.wrong("a symbol stands alone, or after buy, sell or show");
        }
        List<String> known = Stream.concat(VERBS.stream(), symbols.names().stream()).toList();
        String nearest = Nearest.of(typed, known);
        String hint = nearest == null ? "" : " - did you mean " + nearest + "?";
        return Request.wrong(
                typed + " is neither a command nor a subscribed symbol" + hint + " (try help)");
    }
}
