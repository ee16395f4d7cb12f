package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.event.Commands;
import io.hayate.event.TradingHalt;
import io.hayate.model.Instruments;
import io.hayate.view.EngineAnswers;
import io.hayate.view.command.Symbols;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final TradingHalt halt = new TradingHalt();
    private final Commands commands = new Commands(SystemNanoClock.INSTANCE);
    private final List<String> printed = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private final Symbols symbols = Samples.symbols(Instruments.of(List.of("tBTCUSD", "tETHUSD")));
    private final Console console =
            new Console(
                    symbols,
                    ConsoleConfig.DEFAULTS,
                    Samples.market(),
                    Samples.engine(commands, halt),
                    () -> "events 5\nfull rings 0",
                    Samples.to(printed));

    @Test
    void shouldAskForTheStoryOfTheOrderThatIsNamed() {
        EngineAnswers stories =
                new EngineAnswers() {
                    @Override
                    public String status() {
                        return "";
                    }

                    @Override
                    public String explain(String order) {
                        return "story of " + order;
                    }
                };
        Console asked =
                new Console(
                        symbols,
                        ConsoleConfig.DEFAULTS,
                        Samples.market(),
                        Samples.engine(commands, halt),
                        stories,
                        Samples.to(printed));

        assertTrue(asked.accept("explain last"));
        assertTrue(asked.accept("explain"));
        assertTrue(console.accept("explain 17"));

        assertEquals(
                List.of(
                        "story of last",
                        "explain takes one order: explain last, or its number",
                        "no journal of orders is kept in files"),
                printed);
    }

    @Test
    void shouldHaltAtOnceWhenKillIsTypedWhateverWaits() {
        assertTrue(console.accept("kill"));

        assertTrue(halt.isOn());
        assertEquals(1, halt.kills());
        assertEquals("kill was typed", halt.reason());
        assertEquals(List.of(), offered());
        assertEquals(2, printed.size());
    }

    @Test
    void shouldResumeOnlyWithTheNumberOfOpenOrders() {
        assertTrue(console.accept("resume 2"));
        assertTrue(console.accept("resume"));
        assertTrue(console.accept("resume all"));
        assertTrue(console.accept("kill now"));

        assertEquals(List.of("RESUME -1 2.0"), offered());
        String rule = "resume takes how many of our orders are open, such as: resume 0";
        assertEquals(
                List.of(
                        rule,
                        rule,
                        "kill stands alone; or kill account 2, with 2 open orders of others"),
                printed);
    }

    @Test
    void shouldOfferOrderAndSayOnlyThatWhenItIsTyped() {
        assertTrue(console.accept("buy 0.5 ETHUSD"));

        assertEquals(List.of("BUY 1 0.5"), offered());
        assertEquals(List.of("buy 0.5 ETHUSD: handed to the engine"), printed);
    }

    @Test
    void shouldSayNothingWhenEngineWillAnswer() {
        console.accept("show BTCUSD");
        console.accept("orders");
        console.accept("wallets");

        assertEquals(List.of("SHOW 0 0.0", "ORDERS -1 0.0", "WALLETS -1 0.0"), offered());
        assertEquals(List.of(), printed);
    }

    @Test
    void shouldTakeEachLineWhenSeveralArePasted() {
        console.accept("trace on\nsell 1 BTCUSD\r\ntrace off");

        assertEquals(List.of("TRACE_ON -1 0.0", "SELL 0 1.0", "TRACE_OFF -1 0.0"), offered());
    }

    @Test
    void shouldSayNotTakenWhenQueueIsFull() {
        while (commands.offer(CommandType.ORDERS)) {
            // until it is full
        }

        console.accept("buy 1 BTCUSD");

        assertEquals(List.of("too many commands are waiting; not taken: buy 1 BTCUSD"), printed);
    }

    @Test
    void shouldAnswerHereWhenStatusOrHelpIsAsked() {
        console.accept("status");
        console.accept("help");

        assertEquals("events 5\nfull rings 0", printed.get(0));
        assertTrue(
                printed.get(1)
                        .startsWith("buy AMOUNT SYMBOL   buy at the market, such as: buy 0.01"));
    }

    @Test
    void shouldTellAndGoOnWhenMemoryRunsOutInCommand() {
        Console broken =
                new Console(
                        symbols,
                        ConsoleConfig.DEFAULTS,
                        Samples.market(),
                        Samples.engine(commands, halt),
                        () -> {
                            throw new OutOfMemoryError("Java heap space");
                        },
                        Samples.to(printed));

        assertTrue(broken.accept("status\nsell 1 BTCUSD"));

        assertEquals(
                List.of(
                        "the command failed, it may be half done: java.lang.OutOfMemoryError: Java"
                                + " heap space",
                        "sell 1 BTCUSD: handed to the engine"),
                printed);
        assertFalse(broken.accept("quit"));
    }

    @Test
    void shouldReadOnWhenLineEditorFails() {
        Iterator<String> lines = List.of("trace on", "", "quit").iterator();
        LineSource failing =
                () -> {
                    String line = lines.next();
                    if (line.isEmpty()) {
                        throw new OutOfMemoryError("Java heap space");
                    }
                    return line;
                };
        AtomicBoolean isQuit = new AtomicBoolean();

        new ConsoleLoop(failing, console, () -> {}, () -> isQuit.set(true)).run();

        assertTrue(isQuit.get());
        assertEquals(
                "a line could not be read: java.lang.OutOfMemoryError: Java heap space",
                printed.get(1));
    }

    @Test
    void shouldSaySoWhenStatusCannotBeTold() {
        Console broken =
                new Console(
                        symbols,
                        ConsoleConfig.DEFAULTS,
                        Samples.market(),
                        Samples.engine(commands, halt),
                        () -> {
                            throw new IllegalStateException("not started");
                        },
                        Samples.to(printed));

        assertTrue(broken.accept("status"));
        assertEquals(
                List.of("the status cannot be told: java.lang.IllegalStateException: not started"),
                printed);
    }

    @Test
    void shouldEndAndLeaveTheRestWhenLineSaysQuit() {
        assertFalse(console.accept("quit\nbuy 1 BTCUSD"));
        assertEquals(List.of(), offered());
    }

    @Test
    void shouldDoNothingWhenLineIsEmpty() {
        assertTrue(console.accept(""));
        assertTrue(console.accept("   "));
        assertEquals(List.of(), printed);
    }

    private List<String> offered() {
        commands.poll(
                (type, instrumentId, amount, timeNs) ->
                        taken.add(type + " " + instrumentId + " " + amount));
        return taken;
    }
}
