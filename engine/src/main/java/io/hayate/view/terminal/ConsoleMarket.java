package io.hayate.view.terminal;

import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.view.command.KnownChannels;
import io.hayate.view.command.MarketWords;
import io.hayate.view.text.Panel;

/**
 * What the console needs for channels of market data.
 *
 * @param channels those that were ever asked for
 * @param words reads commands about them
 * @param table the answer to {@code channels}
 * @param panel where books and candles stand
 */
record ConsoleMarket(MarketChannels channels, MarketWords words, ChannelTable table, Panel panel) {
    static ConsoleMarket of(
            Instruments instruments, KnownChannels known, ChannelTable table, Panel panel) {
        return new ConsoleMarket(
                known.channels(), new MarketWords(instruments, known), table, panel);
    }
}
