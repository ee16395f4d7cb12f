package io.hayate.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.OrderIntent;
import io.hayate.model.OrderFlag;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.model.Side;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes together in an order, and what does not: a line a rule. */
class OrderRulesTest {
    private static final long NOW_MS = 1_795_435_200_500L;

    /** Words: TYPE, then price=, aux=, trail=, oco=, lev=, group=, tif= (s from now), flags, sell. */
    private static OrderIntent intent(String words) {
        OrderIntent intent = OrderIntent.allocate().begin(OrderOperation.NEW, 0).units(1);
        for (String word : words.split(" ", 0)) {
            int at = word.indexOf('=');
            String value = word.substring(at + 1);
            switch (at < 0 ? word : word.substring(0, at)) {
                case "price" -> intent.price(Price.parse(value));
                case "aux" -> intent.auxLimitPrice(Price.parse(value));
                case "trail" -> intent.trailingDistance(Price.parse(value));
                case "stop" -> intent.ocoStopPrice(Price.parse(value));
                case "lev" -> intent.leverage(Integer.parseInt(value));
                case "group" -> intent.groupId(Long.parseLong(value));
                case "tif" -> intent.expiryMs(NOW_MS + 1_000 * Long.parseLong(value));
                case "sell" -> intent.side(Side.SELL);
                case "bit" -> intent.flags(intent.flags() | Integer.parseInt(value));
                default -> word(intent, word);
            }
        }
        return intent;
    }

    private static void word(OrderIntent intent, String word) {
        for (OrderFlag flag : OrderFlag.values()) {
            if (flag.word().equals(word)) {
                intent.flags(intent.flags() | flag.bit());
                return;
            }
        }
        intent.type(OrderType.valueOf(word));
    }

    @ParameterizedTest
    @CsvSource({
        "TYPE, OTHER price=9",
        "PRICE_MISSING, EXCHANGE_LIMIT",
        "PRICE_MISSING, EXCHANGE_STOP",
        "PRICE_MISSING, EXCHANGE_STOP_LIMIT aux=9",
        "PRICE_MISSING, FOK",
        "PRICE_MISSING, IOC",
        "PRICE_WITH_MARKET, EXCHANGE_MARKET price=9",
        "PRICE_WITH_TRAILING, EXCHANGE_TRAILING_STOP trail=1 price=9",
        "AUX_LIMIT_MISSING, EXCHANGE_STOP_LIMIT price=9",
        "AUX_LIMIT_WITHOUT_STOP_LIMIT, EXCHANGE_STOP price=9 aux=9",
        "AUX_LIMIT_WITHOUT_STOP_LIMIT, EXCHANGE_MARKET aux=9",
        "TRAILING_MISSING, EXCHANGE_TRAILING_STOP",
        "TRAILING_WITHOUT_TRAILING, EXCHANGE_LIMIT price=9 trail=1",
        "FLAGS, EXCHANGE_LIMIT price=9 bit=1",
        "FLAGS, EXCHANGE_LIMIT price=9 bit=8192",
        "POST_ONLY_WITHOUT_LIMIT, EXCHANGE_MARKET post-only",
        "POST_ONLY_WITHOUT_LIMIT, EXCHANGE_IOC price=9 post-only",
        "POST_ONLY_WITHOUT_LIMIT, EXCHANGE_STOP_LIMIT price=9 aux=9 post-only",
        "HIDDEN_WITHOUT_LIMIT, EXCHANGE_MARKET hidden",
        "HIDDEN_WITHOUT_LIMIT, EXCHANGE_FOK price=9 hidden",
        "HIDDEN_WITHOUT_LIMIT, EXCHANGE_STOP price=9 hidden",
        "OCO_WITHOUT_LIMIT, EXCHANGE_MARKET oco stop=9",
        "OCO_WITHOUT_LIMIT, EXCHANGE_STOP price=9 oco stop=9",
        "OCO_STOP_MISSING, EXCHANGE_LIMIT price=9 oco",
        "OCO_STOP_WITHOUT_OCO, EXCHANGE_LIMIT price=9 stop=10",
        "OCO_STOP_SIDE, EXCHANGE_LIMIT price=9 oco stop=8",
        "OCO_STOP_SIDE, EXCHANGE_LIMIT price=9 oco stop=9",
        "OCO_STOP_SIDE, EXCHANGE_LIMIT sell price=9 oco stop=10",
        "EXPIRY_WITH_IMMEDIATE, EXCHANGE_MARKET tif=60",
        "EXPIRY_WITH_IMMEDIATE, EXCHANGE_FOK price=9 tif=60",
        "EXPIRY_PAST, EXCHANGE_LIMIT price=9 tif=-1",
        "EXPIRY_PAST, EXCHANGE_LIMIT price=9 tif=0",
        "EXPIRY_FAR, EXCHANGE_LIMIT price=9 tif=9999999999",
        "REDUCE_ONLY_WITHOUT_MARGIN, EXCHANGE_LIMIT price=9 reduce-only",
        "REDUCE_ONLY_WITHOUT_MARGIN, EXCHANGE_LIMIT price=9 oco stop=10 reduce-only",
        "CLOSE_WITHOUT_MARGIN, EXCHANGE_MARKET close",
        "NO_VARIABLE_RATES_WITHOUT_MARGIN, EXCHANGE_LIMIT price=9 no-var-rates",
        "LEVERAGE_WITHOUT_MARGIN, EXCHANGE_LIMIT price=9 lev=3",
        "LEVERAGE_RANGE, LIMIT price=9 lev=101",
        "LEVERAGE_RANGE, LIMIT price=9 lev=-1",
        "GROUP_RANGE, EXCHANGE_LIMIT price=9 group=-1",
        "GROUP_RANGE, EXCHANGE_LIMIT price=9 group=2147483648"
    })
    void shouldNameTheRuleThatIsBroken(OrderRule rule, String words) {
        assertEquals(rule, OrderRules.broken(intent(words), NOW_MS));
    }

    @ParameterizedTest
    @CsvSource({
        "EXCHANGE_MARKET",
        "EXCHANGE_LIMIT price=9 group=7 tif=60",
        "EXCHANGE_LIMIT price=9 hidden post-only",
        "EXCHANGE_LIMIT price=9 oco stop=10",
        "EXCHANGE_LIMIT sell price=9 oco stop=8 hidden",
        "EXCHANGE_STOP sell price=9",
        "EXCHANGE_STOP_LIMIT price=9 aux=9 hidden tif=1",
        "EXCHANGE_TRAILING_STOP trail=0.5",
        "EXCHANGE_FOK price=9",
        "EXCHANGE_IOC price=9 group=2147483647",
        "MARKET close",
        "LIMIT price=9 reduce-only lev=100 no-var-rates",
        "LIMIT sell price=9 oco stop=8 reduce-only"
    })
    void shouldFindNothingAgainstWhatGoesTogether(String words) {
        assertNull(OrderRules.broken(intent(words), NOW_MS));
    }

    @Test
    void shouldTryEachRuleOfNewOrders() throws NoSuchMethodException {
        Set<String> tried = new HashSet<>();
        for (String line :
                getClass()
                        .getDeclaredMethod(
                                "shouldNameTheRuleThatIsBroken", OrderRule.class, String.class)
                        .getAnnotation(CsvSource.class)
                        .value()) {
            tried.add(line.substring(0, line.indexOf(',')));
        }
        EnumSet<OrderRule> untried = EnumSet.allOf(OrderRule.class);
        untried.removeIf(rule -> tried.contains(rule.name()) || rule.name().startsWith("UPDATE_"));

        assertEquals(EnumSet.noneOf(OrderRule.class), untried);
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayInItsOwnWordsWhatIsWrong(OrderRule rule) {
        for (OrderRule other : OrderRule.values()) {
            assertEquals(rule == other, rule.reason().equals(other.reason()));
        }
        assertFalse(rule.reason().isBlank());
    }

    @ParameterizedTest
    @CsvSource({"price", "aux", "trail", "stop"})
    void shouldSeeAPriceOfTooManyDigitsWhereverItIs(String field) {
        assertTrue(OrderRules.hasInexactPrice(intent("LIMIT " + field + "=123456")));
        assertFalse(OrderRules.hasInexactPrice(intent("LIMIT " + field + "=123450")));
    }
}
