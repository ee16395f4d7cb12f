package io.hayate.view.command;

import io.hayate.event.CommandType;
import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;

/**
 * What a typed line asks for.
 *
 * @param kind which of the console's requests
 * @param command what to hand to the engine; null unless the kind is ENGINE
 * @param targetId number of the instrument, or of the channel, that a command is about; {@link
 *     Instrument#NONE} if about none
 * @param amount of an order, in the base currency, positive; of HISTORY how many fills; of ADOPT what
 *     is adopted; else 0
 * @param text what to say: of a command the command in full, of a wrong line what is wrong;
 *     of CHANNELS the part of a name, of EXPLAIN which order, of ADOPT the currency, of STRATEGY what is
 *     asked of which
 * @param intent what a command wants of orders; null for others
 */
public record Request(
        Kind kind,
        CommandType command,
        int targetId,
        double amount,
        String text,
        OrderIntent intent) {
    Request(Kind kind, CommandType command, int targetId, double amount, String text) {
        this(kind, command, targetId, amount, text, null);
    }

    public enum Kind {
        ENGINE,
        KILL,
        ADOPT,
        STATUS,
        POSITIONS,
        PROFIT,
        HISTORY,
        OFFERS,
        EXPLAIN,
        STRATEGIES,
        WEB,
        STRATEGY,
        CHANNELS,
        TICKERS,
        HELP,
        QUIT,
        NOTHING,
        WRONG
    }

    static Request of(Kind kind) {
        return new Request(kind, null, Instrument.NONE, 0, "");
    }

    static Request channels(String part) {
        return new Request(Kind.CHANNELS, null, Instrument.NONE, 0, part);
    }

    static Request wrong(String text) {
        return new Request(Kind.WRONG, null, Instrument.NONE, 0, text);
    }

    /** For what was typed in a symbol's place and is none. */
    static Request noSymbol(String typed) {
        return wrong(typed + " is no symbol; one is such as BTCUSD or DOGE:USD");
    }

    /** The same with another text. */
    Request worded(String words) {
        return new Request(kind, command, targetId, amount, words, intent);
    }

    static Request order(OrderIntent intent, String text) {
        return new Request(Kind.ENGINE, CommandType.ORDER, intent.instrumentId(), 0, text, intent);
    }

    static Request command(CommandType command, String text) {
        return new Request(Kind.ENGINE, command, Instrument.NONE, 0, text);
    }
}
