package io.hayate.view.terminal;

import io.hayate.event.CommandType;
import io.hayate.model.Instrument;

/**
 * What a typed line asks for.
 *
 * @param kind which of the console's requests
 * @param command what to hand to the engine; null unless the kind is ENGINE
 * @param instrumentId whom a command is about; {@link Instrument#NONE} if about none
 * @param amount of an order, in the base currency, positive; else 0
 * @param text what to say: of a command the command in full, of a wrong line what is wrong
 */
record Request(Kind kind, CommandType command, int instrumentId, double amount, String text) {
    enum Kind {
        ENGINE,
        STATUS,
        HELP,
        QUIT,
        NOTHING,
        WRONG
    }

    static Request of(Kind kind) {
        return new Request(kind, null, Instrument.NONE, 0, "");
    }

    static Request wrong(String text) {
        return new Request(Kind.WRONG, null, Instrument.NONE, 0, text);
    }

    static Request command(CommandType command, String text) {
        return new Request(Kind.ENGINE, command, Instrument.NONE, 0, text);
    }
}
