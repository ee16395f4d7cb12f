package io.hayate.view.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.hayate.event.CommandType;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.view.terminal.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {
    private final Instruments instruments =
            Instruments.of(List.of("tBTCUSD", "tETHUSD", "tDOGE:USD", "fUSD"));
    private final CommandParser parser =
            new CommandParser(Samples.symbols(instruments), 0.01, Samples.words());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "buy 0.25 ETHUSD",
                "Buy 0.25 ethusd",
                "BUY .25 tETHUSD",
                "  buy   ETHUSD\t0.25000000  ",
                "buy 0.25 ETHUSD\r"
            })
    void shouldBuyWhenAmountAndSymbolAreGiven(String line) {
        assertEquals(
                new Request(Request.Kind.ENGINE, CommandType.BUY, 1, 0.25, "buy 0.25 ETHUSD"),
                parser.parse(line));
    }

    @Test
    void shouldSellWhenAmountAndSymbolAreGiven() {
        assertEquals(
                new Request(
                        Request.Kind.ENGINE, CommandType.SELL, 2, 1e-8, "sell 0.00000001 DOGE:USD"),
                parser.parse("sell 0.00000001 doge:usd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Buy", "buy", "BUY"})
    void shouldBuyConfiguredAmountOfFirstSymbolWhenBuyStandsAlone(String line) {
        assertEquals(
                new Request(Request.Kind.ENGINE, CommandType.BUY, 0, 0.01, "buy 0.01 BTCUSD"),
                parser.parse(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"show fUSD", "fusd", "SHOW fusd", "fUSD"})
    void shouldShowTickerWhenSymbolIsGivenOrStandsAlone(String line) {
        assertEquals(
                new Request(Request.Kind.ENGINE, CommandType.SHOW, 3, 0, "show fUSD"),
                parser.parse(line));
    }

    @ParameterizedTest
    @CsvSource({"orders, ORDERS", "Wallets, WALLETS", "trace on, TRACE_ON", "TRACE Off, TRACE_OFF"})
    void shouldHandCommandToEngineWhenItNeedsNothingElse(String line, CommandType command) {
        Request request = parser.parse(line);

        assertEquals(command, request.command());
        assertEquals(Instrument.NONE, request.targetId());
        assertEquals(Request.Kind.ENGINE, request.kind());
    }

    @ParameterizedTest
    @CsvSource({
        "strategy fast stop, fast stop",
        "STRATEGY fast Start, fast start",
        "strategy fast set slow=30  quick=, fast set slow=30 quick=",
        "strategy a set k=0123456789012345678901234567890123456789012345678901234567890123,"
                + "a set k=0123456789012345678901234567890123456789012345678901234567890123"
    })
    void shouldAskOfAStrategyWhatIsTyped(String line, String text) {
        Request request = parser.parse(line);

        assertEquals(Request.Kind.STRATEGY, request.kind());
        assertEquals(text, request.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "strategy",
                "strategy fast",
                "strategy fast halt",
                "strategy fast stop now",
                "strategy fast set",
                "strategy fast set slow",
                "strategy fast set =30",
                "strategies all"
            })
    void shouldHelpWhenWhatIsAskedOfAStrategyIsUnclear(String line) {
        assertEquals(Request.Kind.WRONG, parser.parse(line).kind());
    }

    @ParameterizedTest
    @CsvSource({
        "status, STATUS",
        "HELP, HELP",
        "strategies, STRATEGIES",
        "quit, QUIT",
        "Exit, QUIT",
        "'  ', NOTHING"
    })
    void shouldAnswerHereWhenEngineIsNotNeeded(String line, Request.Kind kind) {
        Request request = parser.parse(line);

        assertEquals(kind, request.kind());
        assertNull(request.command());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.0",
                "-0.01",
                "+1",
                "1e-3",
                "1E5",
                "0,01",
                "0.000000001",
                "1.",
                ".",
                "NaN",
                "Infinity",
                "0x10",
                "1_000",
                "99999999999999999999",
                "1234567890.12345678",
                "١"
            })
    void shouldSayWhatAnAmountIsWhenItIsNone(String amount) {
        String answer = wrong("buy " + amount + " BTCUSD");

        assertEquals(
                "the amount "
                        + amount
                        + " must be a plain number above 0 with at most 8 decimals, such as 0.01",
                answer.replaceAll(" - .*", ""));
    }

    @Test
    void shouldHintWhenAmountIsNearlyRight() {
        assertEquals("write it without a sign", hint("buy -0.01 BTCUSD"));
        assertEquals("write it without a sign", hint("sell BTCUSD -0.01"));
        assertEquals("with a point, not a comma", hint("buy 0,01 BTCUSD"));
        assertEquals(
                "this one is too large to be told exactly", hint("buy 1234567890.12345678 BTCUSD"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sell | sell how much of what?, such as: sell 0.01 BTCUSD",
                "buy 0.01 | buy what? a symbol is missing, such as: buy 0.01 BTCUSD",
                "sell BTCUSD | sell how much? an amount is missing, such as: sell 0.01 BTCUSD",
                "buy 1 BTCUSD limit | limit takes a price, such as: limit 97010",
                "buy BTCUSD much | the amount much must be a plain number above 0"
                        + " with at most 8 decimals, such as 0.01",
                "buy 1 2 | 2 is no symbol; one is such as BTCUSD or DOGE:USD",
                "buy 1 BTCUDS | BTCUDS is not subscribed, so nothing was ordered;"
                        + " try: subscribe ticker BTCUDS",
                "sell 0.01 xrpusd | xrpusd is not subscribed, so nothing was ordered;"
                        + " try: subscribe ticker XRPUSD",
                "buy 1 fUSD | fUSD is a currency to fund: there are no market orders for it",
                "show | show takes one symbol, such as: show BTCUSD",
                "show BTCUSD ETHUSD | show takes one symbol, such as: show BTCUSD",
                "show XRPEUR | XRPEUR is not subscribed"
                        + " (subscribed: BTCUSD, ETHUSD, DOGE:USD, fUSD)",
                "BTCUSD 1 | a symbol stands alone, or after buy, sell or show",
                "trace | trace takes one word: trace on, or trace off",
                "trace maybe | trace takes one word: trace on, or trace off",
                "trace on off | trace takes one word: trace on, or trace off",
                "orders all | orders stands alone: it takes no all",
                "quit now | quit stands alone: it takes no now",
                "ordres | ordres is neither a command nor a subscribed symbol"
                        + " - did you mean orders? (try help)",
                "btcus | btcus is neither a command nor a subscribed symbol"
                        + " - did you mean BTCUSD? (try help)",
                "? | ? is neither a command nor a subscribed symbol (try help)"
            })
    void shouldHelpWhenLineIsWrong(String line, String answer) {
        assertEquals(answer, wrong(line));
    }

    @Test
    void shouldCutWordWhenItIsVeryLong() {
        assertEquals(
                "x".repeat(40) + ".. is neither a command nor a subscribed symbol (try help)",
                wrong("x".repeat(5_000)));
    }

    @Test
    void shouldNotTakeSymbolOfTheAccountForSubscribedWhenItCameLater() {
        instruments.register("tXRPUSD");

        assertEquals(
                "XRPUSD is not subscribed, so nothing was ordered; try: subscribe ticker XRPUSD",
                wrong("buy 1 XRPUSD"));
    }

    @Test
    void shouldSaySoWhenNothingIsSubscribed() {
        CommandParser bare =
                new CommandParser(
                        Samples.symbols(Instruments.of(List.of())), 0.01, Samples.words());

        assertEquals("nothing is subscribed, so there is nothing to buy", bare.parse("buy").text());
        assertEquals("BTCUSD is not subscribed (none is)", bare.parse("show BTCUSD").text());
    }

    @Test
    void shouldNameSomeAndCountTheRestWhenManyAreSubscribed() {
        List<String> many =
                List.of(
                        "tAAAUSD", "tBBBUSD", "tCCCUSD", "tDDDUSD", "tEEEUSD", "tFFFUSD", "tGGGUSD",
                        "tHHHUSD", "tIIIUSD", "tJJJUSD");
        CommandParser wide =
                new CommandParser(Samples.symbols(Instruments.of(many)), 0.01, Samples.words());

        assertEquals(
                "LTCEUR is not subscribed (subscribed: AAAUSD, BBBUSD, CCCUSD, DDDUSD, EEEUSD, "
                        + "FFFUSD, GGGUSD, HHHUSD and 2 more)",
                wide.parse("show LTCEUR").text());
    }

    private String wrong(String line) {
        Request request = parser.parse(line);
        assertEquals(Request.Kind.WRONG, request.kind());
        return request.text();
    }

    private String hint(String line) {
        return wrong(line).replaceAll(".* - ", "");
    }
}
