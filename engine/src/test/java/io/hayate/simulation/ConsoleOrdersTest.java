package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.TradingPath;
import io.hayate.model.ChannelSpec;
import io.hayate.model.OrderStatus;
import io.hayate.order.Order;
import io.hayate.order.PendingRequest;
import io.hayate.simulation.SimulationRig.Trader;
import io.hayate.venue.VenueConfig;
import io.hayate.view.command.CommandParser;
import io.hayate.view.command.Request;
import io.hayate.view.terminal.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders as a person types them, from the line to the venue and back: each type, flag and operation. */
class ConsoleOrdersTest {
    private final SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 1);
    private final SimulatedEngine engine =
            rig.engine(new Trader(1_000_000), ChannelSpec.ticker("tBTCUSD"));
    private final TradingPath path = engine.path();
    private final CommandParser parser =
            new CommandParser(Samples.symbols(path.instruments()), 0.01, Samples.words());
    private final VenueRecords venue = new VenueRecords(rig.simulation);

    @BeforeEach
    void comeLive() {
        rig.comeLive(engine);
        rig.simulation.runFor(SECOND);
    }

    private void type(String line) {
        Request request = parser.parse(line);
        assertEquals(Request.Kind.ENGINE, request.kind(), request.text());
        assertTrue(
                request.intent() == null
                        ? path.commands()
                                .offer(request.command(), request.targetId(), request.amount())
                        : path.commands().offer(request.intent()));
        rig.simulation.runFor(SECOND);
    }

    private Order last() {
        return path.orders().lastOrder();
    }

    /** What the venue has open, without its numbers. */
    private List<String> open() {
        List<String> rows = new ArrayList<>();
        venue.open().values().forEach(row -> rows.add(row.substring(row.indexOf(' ') + 1).strip()));
        return rows;
    }

    @ParameterizedTest
    @CsvSource({
        "buy 0.1 BTCUSD limit 50000, EXCHANGE LIMIT 0.1 50000",
        "buy 0.1 BTCUSD limit 50000 postonly, EXCHANGE LIMIT 0.1 50000",
        "sell 0.1 BTCUSD limit 250000 hidden, EXCHANGE LIMIT 0.1 250000",
        "sell 0.1 BTCUSD stop 50000, EXCHANGE STOP 0.1 50000",
        "sell 0.1 BTCUSD stop 50000 limit 49000, EXCHANGE STOP LIMIT 0.1 50000",
        "buy 0.1 BTCUSD trailing 20000, EXCHANGE TRAILING STOP 0.1"
    })
    void shouldRestAtTheVenueAsItWasTyped(String line, String row) {
        type(line);

        assertEquals(List.of(row), open());
        assertEquals(OrderStatus.ACTIVE, last().status());
        type("cancel " + last().clientOrderId());
        assertEquals(List.of(), open());
        assertEquals(OrderStatus.CANCELED, last().status());
    }

    @ParameterizedTest
    @CsvSource({
        "buy 0.1 BTCUSD, FILLED",
        "buy 0.1 BTCUSD market, FILLED",
        "buy 0.1 BTCUSD ioc 110000, FILLED",
        "buy 0.1 BTCUSD fok 110000, FILLED",
        "buy 0.1 BTCUSD ioc 50000, CANCELED",
        "buy 0.1 BTCUSD fok 50000, CANCELED",
        "buy 0.1 BTCUSD limit 110000, FILLED",
        "buy 0.1 BTCUSD limit 110000 postonly, CANCELED",
        "sell 0.1 BTCUSD stop 250000, FILLED"
    })
    void shouldEndAsItsTypeSays(String line, OrderStatus status) {
        type(line);
        rig.simulation.runUntil(() -> !last().isOpen(), 30 * SECOND);

        assertEquals(status, last().status());
        assertEquals(List.of(), open());
        assertEquals(status == OrderStatus.FILLED ? 0.1 : 0, last().filledAmount());
    }

    @Test
    void shouldExpireByItself() {
        type("buy 0.1 BTCUSD limit 50000 expires 5s");
        assertEquals(1, open().size());
        rig.simulation.runFor(10 * SECOND);

        assertEquals(OrderStatus.CANCELED, last().status());
    }

    @Test
    void shouldFollowBothOfAPair() {
        type("sell 0.1 BTCUSD limit 250000 oco 50000");
        assertEquals(List.of("EXCHANGE LIMIT 0.1 250000", "EXCHANGE STOP 0.1 50000"), open());
        Order limit = last();
        Order stop = limit.partner();
        type("cancel " + stop.orderId());

        assertEquals(List.of(), open());
        assertEquals(OrderStatus.CANCELED, limit.status());
        assertEquals(OrderStatus.CANCELED, stop.status());
        assertEquals(0, path.orders().openOrders());
    }

    @Test
    void shouldEndThePairWhenItsLimitFillsAtOnce() {
        type("sell 0.1 BTCUSD limit 50000 oco 40000");
        rig.simulation.runFor(10 * SECOND);

        assertEquals(OrderStatus.FILLED, last().status());
        assertEquals(0, path.orders().openOrders());
    }

    @Test
    void shouldUpdateWhatRests() {
        type("buy 0.1 BTCUSD limit 50000 group 3");
        long number = last().clientOrderId();
        type("update " + number + " price 51000 amount 0.3");
        assertEquals(List.of("EXCHANGE LIMIT 0.3 51000"), open());
        type("update " + last().orderId() + " by -0.1");
        assertEquals(List.of("EXCHANGE LIMIT 0.2 51000"), open());
        assertEquals(0.2, last().amount());
        type("update " + number + " group 4 expires 1h");
        assertEquals(4, last().groupId());
        assertEquals(PendingRequest.NONE, last().pending());

        type("cancel group 3");
        assertEquals(1, open().size());
        type("cancel group 4");
        assertEquals(List.of(), open());
    }

    @Test
    void shouldCancelAllThatIsOurs() {
        type("buy 0.1 BTCUSD limit 50000");
        type("sell 0.1 BTCUSD limit 250000");
        type("cancel all");

        assertEquals(List.of(), open());
        assertEquals(0, path.orders().openOrders());
    }

    @Test
    void shouldFollowAStopLimitThroughItsTriggerAndChangeWhatItHasBecome() {
        type("buy 0.1 BTCUSD stop 50000 limit 49000");
        Order stop = last();
        type("buy 0.01 BTCUSD"); // a trade above the stop triggers it
        rig.simulation.runFor(SECOND);

        assertEquals(OrderStatus.ACTIVE, stop.status());
        assertEquals(List.of(stop.type().wireName() + " 0.1 " + price(stop)), open());
        boolean isLimit = stop.type().isLimit();
        type("update " + stop.clientOrderId() + (isLimit ? " price 48000" : " limit 48000"));
        assertEquals(List.of(stop.type().wireName() + " 0.1 " + price(stop)), open());
        assertEquals(PendingRequest.NONE, stop.pending());
        assertEquals(isLimit ? "48000" : "50000", price(stop));
        type("cancel " + stop.clientOrderId());
        assertEquals(List.of(), open());
    }

    private static String price(Order order) {
        return VenueRecords.plain(order.price());
    }
}
