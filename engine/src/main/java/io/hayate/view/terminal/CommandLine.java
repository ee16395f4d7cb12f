package io.hayate.view.terminal;

import io.hayate.view.EngineAnswers;
import io.hayate.view.EngineLink;
import io.hayate.view.command.KnownChannels;
import io.hayate.view.command.Symbols;
import io.hayate.view.text.Panel;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * Carries out lines that came from elsewhere as the console does. Any thread but the trading ones, one at a
 * time.
 */
public final class CommandLine {
    private final List<AttributedString> said = new ArrayList<>();
    private final Console console;

    /**
     * A console that nothing is typed at.
     *
     * @param run asked on the thread that calls {@link #carryOut}
     */
    public CommandLine(ConsoleConfig config, EngineLink engine, EngineAnswers run) {
        Symbols symbols = new Symbols(engine.instruments(), engine.channels());
        KnownChannels known = new KnownChannels(engine.channels(), engine.statistics());
        ChannelTable table =
                new ChannelTable(
                        engine.channels(), engine.statistics(), id -> "", null, engine.clock());
        ConsoleMarket market = ConsoleMarket.of(engine.instruments(), known, table, Panel.none());
        console = new Console(symbols, config, market, engine, run, said::addAll);
    }

    /**
     * Does what the line says; the answer is what was said at once, what comes later is a notice.
     *
     * @param who asks, for the journal
     */
    public synchronized String carryOut(String line, String who) {
        said.clear();
        boolean unused = console.accept(line, who); // it cannot end anything
        StringBuilder text = new StringBuilder();
        said.forEach(each -> text.append(each.toString()).append('\n'));
        return text.toString().stripTrailing();
    }
}
