package io.hayate.view.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.hayate.event.CommandType;
import io.hayate.event.OrderIntent;
import io.hayate.model.Instruments;
import io.hayate.model.OrderFlag;
import io.hayate.model.Price;
import io.hayate.view.terminal.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders of every type, updates and cancels, as a person types them. */
class OrderTermWordsTest {
    private final CommandParser parser =
            new CommandParser(
                    Samples.symbols(Instruments.of(List.of("tBTCUSD", "tETHUSD"))),
                    0.01,
                    Samples.words());

    private Request parse(String line) {
        return parser.parse(line);
    }

    /** Type, price, limit behind a stop, distance, OCO stop, flags and group of what was typed. */
    private static String words(OrderIntent intent) {
        String prices =
                Price.text(intent.price())
                        + "/"
                        + Price.text(intent.auxLimitPrice())
                        + "/"
                        + Price.text(intent.trailingDistance())
                        + "/"
                        + Price.text(intent.ocoStopPrice());
        return intent.type()
                + " "
                + prices
                + " "
                + OrderFlag.text(intent.flags())
                + " "
                + intent.groupId();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "buy 0.1 BTCUSD market               | EXCHANGE_MARKET ///  0",
                "buy 0.1 BTCUSD limit 97010          | EXCHANGE_LIMIT 97010///  0",
                "buy BTCUSD 0.1 Limit 97010 POSTONLY | EXCHANGE_LIMIT 97010/// post-only 0",
                "buy 0.1 BTCUSD limit 9 post-only hidden group 7 | EXCHANGE_LIMIT 9/// hidden"
                        + " post-only 7",
                "sell 0.1 BTCUSD stop 95000          | EXCHANGE_STOP 95000///  0",
                "sell 0.1 BTCUSD stop 95000 limit 94900 | EXCHANGE_STOP_LIMIT 95000/94900//  0",
                "sell 0.1 BTCUSD trailing 250.5      | EXCHANGE_TRAILING_STOP //250.5/  0",
                "buy 0.1 BTCUSD ioc 97010            | EXCHANGE_IOC 97010///  0",
                "buy 0.1 BTCUSD fok 0.00001234       | EXCHANGE_FOK 0.00001234///  0",
                "buy 0.1 BTCUSD limit 9 oco 10       | EXCHANGE_LIMIT 9///10 oco 0",
                "buy 0.1 BTCUSD limit 97010.55 round | EXCHANGE_LIMIT 97011///  0",
                "buy 0.1 BTCUSD postonly             | EXCHANGE_MARKET /// post-only 0"
            })
    void shouldReadEveryTypeOfOrder(String line, String words) {
        Request request = parse(line);

        assertEquals(CommandType.ORDER, request.command(), request.text());
        assertEquals(words, words(request.intent()));
        assertEquals(10_000_000, request.intent().units());
    }

    @Test
    void shouldRepeatWhatWasUnderstood() {
        assertEquals(
                "sell 0.5 ETHUSD limit 97010 postonly group 7",
                parse("SELL ethusd .5 LIMIT 97010 post-only GROUP 7").text());
    }

    @Test
    void shouldKeepATimeFromNowForTheOneWhoKnowsTheTime() {
        assertEquals(-300_000, parse("buy 1 BTCUSD limit 9 expires 5m").intent().expiryMs());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "buy 1 BTCUSD limit          | limit takes a price, such as: limit 97010",
                "buy 1 BTCUSD limit 97010.5  | the price 97010.5 has more than 5 digits: add round"
                        + " for the nearest of 5",
                "buy 1 BTCUSD limit -5       | the price -5 must be a plain number above 0",
                "buy 1 BTCUSD limit 1e5      | the price 1e5 must be a plain number above 0",
                "buy 1 BTCUSD limit 9 stop 8 | an order has one type: limit and stop",
                "buy 1 BTCUSD limit 9 group x | a group is a number from 1 to 2147483647, not x",
                "buy 1 BTCUSD limit 9 expires 5 | expires takes a time from now, such as 30s, 5m or"
                        + " 2h, not 5",
                "cancel                      | cancel takes an order's number, a group, or all:"
                        + " cancel 1234, cancel group 7",
                "cancel group                | cancel takes an order's number, a group, or all:"
                        + " cancel 1234, cancel group 7",
                "cancel 12 13                | cancel takes an order's number, a group, or all:"
                        + " cancel 1234, cancel group 7",
                "update                      | update takes an order's number and what shall"
                        + " change: update 1234 price 97005",
                "update 12 amount 0          | the amount 0 must be a number with at most 8"
                        + " decimals"
            })
    void shouldSayWhatIsWrong(String line, String text) {
        assertEquals(Request.Kind.WRONG, parse(line).kind());
        assertEquals(text, parse(line).text());
        assertNull(parse(line).intent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"buy 1 BTCUSD limt 9", "update 5 prise 9"})
    void shouldNameTheNearestWord(String line) {
        String text = parse(line).text();

        assertEquals(
                line.contains("limt") ? "did you mean limit?" : "did you mean price?",
                text.replaceAll(".* - |\\?.*", "") + "?");
    }

    @Test
    void shouldReadUpdates() {
        OrderIntent intent = parse("update 1234 price 97005 by -0.25 group 3").intent();

        assertEquals(1_234, intent.orderId());
        assertEquals("97005", Price.text(intent.price()));
        assertEquals(-25_000_000, intent.units());
        assertEquals(
                OrderIntent.CHANGES_PRICE
                        | OrderIntent.CHANGES_AMOUNT_BY
                        | OrderIntent.CHANGES_GROUP,
                intent.changes());
    }

    @Test
    void shouldReadCancels() {
        assertEquals(12, parse("cancel 12").intent().orderId());
        assertEquals(7, parse("cancel group 7").intent().groupId());
        assertNotNull(parse("cancel ALL").intent());
        assertEquals("cancel all", parse("cancel ALL").text());
    }

    @Test
    void shouldOfferTermsAndNothingForTheirValues() {
        OrderCompletion completion =
                new OrderCompletion(Samples.symbols(Instruments.of(List.of("tBTCUSD"))));
        List<String> typed = List.of("1", "BTCUSD", "limit", "9", "postonly");

        assertEquals(List.of("BTCUSD"), completion.order(List.of("1")));
        assertEquals(OrderTermWords.OF_ORDER, completion.order(typed.subList(0, 2)));
        assertEquals(List.of(), completion.order(typed.subList(0, 3)));
        assertEquals(OrderTermWords.OF_ORDER.size() - 2, completion.order(typed).size());
        assertEquals(OrderTermWords.OF_UPDATE, completion.update(List.of("12")));
        assertEquals(List.of("all", "group"), completion.cancel(List.of()));
    }

    @Test
    void shouldKeepHelpWithinEightyColumns() {
        String help = HelpText.of(Samples.symbols(Instruments.of(List.of("tBTCUSD"))), 0.01);

        assertEquals(List.of(), help.lines().filter(line -> line.length() > 80).toList());
    }
}
