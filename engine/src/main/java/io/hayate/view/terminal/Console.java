package io.hayate.view.terminal;

import io.hayate.event.CommandType;
import io.hayate.portfolio.Currencies;
import io.hayate.view.EngineAnswers;
import io.hayate.view.EngineLink;
import io.hayate.view.command.CommandParser;
import io.hayate.view.command.HelpText;
import io.hayate.view.command.Request;
import io.hayate.view.command.Symbols;
import io.hayate.view.text.PortfolioLines;
import io.hayate.view.text.StyledLine;
import java.util.List;
import java.util.function.Consumer;
import org.jline.utils.AttributedString;

/** Carries out typed lines: most are handed to the engine, a few are answered here. */
final class Console {
    private final CommandParser parser;
    private final String help;
    private final ConsoleMarket market;
    private final EngineLink engine;
    private final PortfolioLines portfolio;
    private final EngineAnswers answers;
    private final String mark; // of what is said of orders
    private final Consumer<List<AttributedString>> printer;

    Console(
            Symbols symbols,
            ConsoleConfig config,
            ConsoleMarket market,
            EngineLink engine,
            EngineAnswers answers,
            Consumer<List<AttributedString>> printer) {
        double buyAmount = config.buyAmount();
        mark = config.mark().isEmpty() ? "" : config.mark() + " ";
        this.parser = new CommandParser(symbols, buyAmount, market.words());
        this.market = market;
        this.help = HelpText.of(symbols, buyAmount);
        this.engine = engine;
        this.portfolio = new PortfolioLines(engine.portfolio(), engine.instruments());
        this.answers = answers;
        this.printer = printer;
    }

    /** Carries out what was typed or pasted, a command a line; false when one was to quit. */
    boolean accept(String typed) {
        return accept(typed, "console");
    }

    /**
     * As above.
     *
     * @param who asks, in a word, for the journal
     */
    boolean accept(String typed, String who) {
        for (String line : typed.lines().toList()) {
            if (!acceptLine(line, who)) {
                return false;
            }
        }
        return true;
    }

    /** A command that fails, for want of memory too, is told and ends nothing. */
    private boolean acceptLine(String line, String who) {
        try {
            Request request = parser.parse(line);
            if (request.kind() == Request.Kind.QUIT) {
                return false;
            }
            note(request, who + ": " + line.strip());
            carryOut(request);
        } catch (Throwable e) {
            tell("the command failed, it may be half done: ", e);
        }
        return true;
    }

    /** What changes something stands in the journal, with who asked for it. */
    private void note(Request request, String words) {
        boolean isChange =
                switch (request.kind()) {
                    case KILL, ADOPT, STRATEGY -> true;
                    case ENGINE -> request.command().isChange();
                    default -> false;
                };
        if (isChange && !engine.commands().note(words)) {
            say("too many commands are waiting: the journal does not hold who asked for this one");
        }
    }

    /** Says what went wrong, if there is memory for that. */
    void tell(String what, Throwable reason) {
        try {
            say(what + reason);
        } catch (Throwable e) {
            // the next line may find some
        }
    }

    /** Prints the text unless it is empty. */
    void say(String text) {
        if (!text.isEmpty()) {
            printer.accept(StyledLine.ofText(text));
        }
    }

    private void say(List<String> lines) {
        say(String.join("\n", lines));
    }

    private void carryOut(Request request) {
        switch (request.kind()) {
            case ENGINE -> {
                if (!showInPlace(request)) {
                    handOver(request);
                }
            }
            case KILL -> kill();
            case ADOPT -> adopt(request);
            case STATUS -> say(status());
            case EXPLAIN -> say(answers.explain(request.text()));
            case POSITIONS -> {
                say(portfolio.positions());
                say(answers.positionsOfEach());
                say(portfolio.onMargin());
            }
            case OFFERS -> say(portfolio.offers());
            case PROFIT -> {
                say(portfolio.profit());
                say(answers.profitOfEach());
            }
            case STRATEGIES -> say(answers.strategies());
            case WEB -> say(answers.web());
            case STRATEGY -> say(answers.strategy(request.text()));
            case HISTORY -> say(portfolio.history((int) request.amount()));
            case CHANNELS -> printer.accept(market.table().lines(request.text()));
            case TICKERS -> market.panel().hide();
            case HELP -> say(help);
            case WRONG -> say(request.text());
            case NOTHING, QUIT -> {}
        }
    }

    private boolean showInPlace(Request request) {
        return switch (request.command()) {
            case BOOK_VIEW, CANDLES_VIEW ->
                    market.panel()
                            .show(request.command(), market.channels().get(request.targetId()));
            default -> false;
        };
    }

    /** At once, on this thread: it must not wait behind other commands, nor for a strategy. */
    private void kill() {
        engine.halt().kill("kill was typed");
        say("trading is halted: no new order leaves, and our open orders are canceled");
        say("orders shows them; resume N lets orders leave again, with N of them open");
    }

    private void adopt(Request request) {
        int currency = engine.portfolio().currencies().find(request.text());
        if (currency == Currencies.NONE) {
            say("adopt " + request.text() + ": nothing differs in it");
        } else if (!engine.commands().offer(CommandType.ADOPT, currency, request.amount())) {
            say("too many commands are waiting; not taken: adopt " + request.text());
        }
    }

    private String status() {
        try {
            return answers.status();
        } catch (RuntimeException e) {
            return "the status cannot be told: " + e;
        }
    }

    private boolean offer(Request request) {
        return request.intent() != null
                ? engine.commands().offer(request.intent())
                : engine.commands().offer(request.command(), request.targetId(), request.amount());
    }

    private void handOver(Request request) {
        boolean taken = offer(request);
        if (!taken) {
            say("too many commands are waiting; not taken: " + request.text());
            return;
        }
        switch (request.command()) {
            case BUY, SELL, ORDER -> say(mark + request.text() + ": handed to the engine");
            case TRACE_ON, TRACE_OFF, SUBSCRIBE, UNSUBSCRIBE, RECONNECT ->
                    say(request.text() + ": handed to the engine");
            default -> {} // the answer speaks for itself
        }
    }
}
