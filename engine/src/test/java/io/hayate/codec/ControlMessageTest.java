package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.BookPrecision;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which request an answer is about. */
class ControlMessageTest {
    private static final List<ChannelSpec> SPECS =
            List.of(
                    ChannelSpec.ticker("tBTCUSD"),
                    ChannelSpec.ticker("fUST"),
                    ChannelSpec.trades("tBTCUSD"),
                    ChannelSpec.trades("fBTCUSD"),
                    ChannelSpec.book("tBTCUSD"),
                    ChannelSpec.book("tBTCUSD", BookPrecision.P0, "F1", 25),
                    ChannelSpec.book("tBTCUSD", BookPrecision.P0, "F0", 100),
                    ChannelSpec.book("tBTCUSD", BookPrecision.P1, "F0", 25),
                    ChannelSpec.book("tBTCUSD", BookPrecision.R0, "F1", 25),
                    ChannelSpec.book("tDOGEF0:USTF0"),
                    ChannelSpec.book("fUST"),
                    ChannelSpec.candles("1m", "tBTCUSD"),
                    ChannelSpec.candles("5m", "tBTCUSD"),
                    ChannelSpec.derivative("tBTCF0:USTF0"),
                    ChannelSpec.LIQUIDATIONS);

    private static void assertAbout(String answer, ChannelSpec... specs) {
        ControlMessage message = TestChannels.control(answer);
        assertEquals(List.of(specs), SPECS.stream().filter(message::isAbout).toList(), answer);
    }

    @Test
    void shouldFindRequestOfSubscribed() {
        assertAbout(
                "{\"event\":\"subscribed\",\"channel\":\"ticker\",\"chanId\":204778,"
                        + "\"symbol\":\"tBTCUSD\",\"pair\":\"BTCUSD\"}",
                SPECS.get(0));
        assertAbout(
                "{\"event\":\"subscribed\",\"channel\":\"ticker\",\"chanId\":209642,"
                        + "\"symbol\":\"fUST\",\"currency\":\"UST\"}",
                SPECS.get(1));
        assertAbout(
                "{\"event\":\"subscribed\",\"channel\":\"candles\",\"chanId\":55608,"
                        + "\"key\":\"trade:1m:tBTCUSD\"}",
                SPECS.get(11));
        assertAbout(
                "{\"event\":\"subscribed\",\"channel\":\"status\",\"chanId\":335856,"
                        + "\"key\":\"deriv:tBTCF0:USTF0\"}",
                SPECS.get(13));
        assertAbout(
                "{\"event\":\"subscribed\",\"channel\":\"status\",\"key\":\"liq:global\"}",
                SPECS.get(14));
    }

    @Test
    void shouldTellBooksOfOneSymbolApart() {
        String start =
                "{\"event\":\"subscribed\",\"channel\":\"book\",\"chanId\":10092,"
                        + "\"symbol\":\"tBTCUSD\",";
        String end = ",\"subId\":\"a1\",\"pair\":\"BTCUSD\"}";
        assertAbout(start + "\"prec\":\"P0\",\"freq\":\"F0\",\"len\":\"25\"" + end, SPECS.get(4));
        assertAbout(start + "\"prec\":\"P0\",\"freq\":\"F1\",\"len\":\"25\"" + end, SPECS.get(5));
        assertAbout(start + "\"prec\":\"P0\",\"freq\":\"F0\",\"len\":100" + end, SPECS.get(6));
        assertAbout(start + "\"prec\":\"P1\",\"freq\":\"F0\",\"len\":\"25\"" + end, SPECS.get(7));
        assertAbout(start + "\"prec\":\"R0\",\"freq\":\"F0\",\"len\":\"25\"" + end, SPECS.get(8));
        assertAbout(start + "\"prec\":\"P4\"" + end);
    }

    @Test
    void shouldTakeSymbolWithoutItsFirstLetterAndPairOrCurrencyAlone() {
        String start = "{\"event\":\"subscribed\",\"channel\":\"trades\",\"chanId\":7,";
        assertAbout(
                start + "\"symbol\":\"BTCUSD\",\"pair\":\"BTCUSD\"}", SPECS.get(2), SPECS.get(3));
        assertAbout(start + "\"pair\":\"BTCUSD\"}", SPECS.get(2));
        assertAbout(start + "\"pair\":\"tBTCUSD\"}", SPECS.get(2));
        assertAbout(start + "\"currency\":\"BTCUSD\"}", SPECS.get(3));
        assertAbout(start + "\"symbol\":\"TCUSD\"}");
        assertAbout(start + "\"symbol\":\"\"}");
        assertAbout(start.replace(",\"chanId\":7,", "}"));
    }

    @Test
    void shouldFindRequestOfError() {
        assertAbout(
                "{\"channel\":\"book\",\"symbol\":\"tDOGEF0:USTF0\",\"prec\":\"P0\",\"len\":\"25\","
                        + "\"event\":\"error\",\"msg\":\"subscribe: dup\",\"code\":10301,"
                        + "\"chanId\":722711,\"pair\":\"DOGEF0:USTF0\"}",
                SPECS.get(9));
        assertAbout(
                "{\"channel\":\"candles\",\"key\":\"trade:5m:tBTCUSD\",\"event\":\"error\","
                        + "\"msg\":\"symbol: invalid\",\"code\":10300}",
                SPECS.get(12));
        assertAbout("{\"channel\":\"wallet\",\"event\":\"error\",\"msg\":\"channel: unknown\"}");
        assertAbout("{\"event\":\"error\",\"msg\":\"subscribe: limit\",\"code\":10305}");
    }

    @Test
    void shouldReadParametersOfBooks() {
        ControlMessage message =
                TestChannels.control(
                        "{\"event\":\"subscribed\",\"prec\":\"P0\",\"freq\":\"F0\",\"len\":25,"
                                + "\"subId\":1718}");

        assertEquals("P0 F0", message.precision() + " " + message.frequency());
        assertEquals("25 1718", message.length() + " " + message.subscriptionId());
        message = TestChannels.control("{\"event\":\"subscribed\",\"len\":\"25\",\"subId\":\"a\"}");
        assertEquals("25 a", message.length() + " " + message.subscriptionId());
        assertEquals("", message.precision() + message.frequency());
    }

    @Test
    void shouldFindRequestOfEverySubscribedOfTheSample() {
        for (String frame : Frames.sample()) {
            if (frame.startsWith("{\"event\":\"subscribed\"")) {
                ControlMessage answer = TestChannels.control(frame);
                assertTrue(answer.isAbout(specOf(answer)), frame);
                assertFalse(answer.isAbout(ChannelSpec.book("tXXXYYY")), frame);
            }
        }
    }

    private static ChannelSpec specOf(ControlMessage answer) {
        Channel channel = Channel.ofWire(answer.channel());
        return switch (channel) {
            case BOOK ->
                    ChannelSpec.book(
                            answer.symbol(),
                            BookPrecision.ofWire(answer.precision()),
                            answer.frequency(),
                            Integer.parseInt(answer.length()));
            case CANDLES, STATUS -> ChannelSpec.ofKey(channel, answer.key());
            case TRADES -> ChannelSpec.trades(answer.symbol());
            default -> ChannelSpec.ticker(answer.symbol());
        };
    }
}
