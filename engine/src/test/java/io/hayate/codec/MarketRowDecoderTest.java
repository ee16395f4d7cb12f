package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.MarketChannel;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What rows of market data say, read by either decoder. */
class MarketRowDecoderTest {
    private final BothDecoders both = new BothDecoders();

    /** A row of each kind with all its fields, what it says, and which fields it cannot lack. */
    static Stream<Arguments> rows() {
        return Stream.concat(entries(), others());
    }

    private static Stream<Arguments> entries() {
        return Stream.of(
                Arguments.of(
                        TestChannels.TRADES,
                        "[382489563,1564617600709,-0.00705845,10087.98969503]",
                        "TRADE 382489563 1564617600709 SELL 0.00705845 10087.98969503 0",
                        "id=0 amount=2 price=3"),
                Arguments.of(
                        TestChannels.FUNDING_TRADES,
                        "[133323543,1574694605000,-59.84,0.00023647,2]",
                        "TRADE 133323543 1574694605000 SELL 59.84 0.00023647 2",
                        "id=0 amount=2 price=3"),
                Arguments.of(
                        TestChannels.BOOK,
                        "[8744.9,2,-0.45603413]",
                        "BOOK_ENTRY 0 8744.9 0 2 SELL 0.45603413",
                        "price=0 count=1 amount=2"),
                Arguments.of(
                        TestChannels.FUNDING_BOOK,
                        "[0.00019177,2,3,1500]",
                        "BOOK_ENTRY 0 0.00019177 2 3 SELL 1500",
                        "price=0 period=1 count=2 amount=3"),
                Arguments.of(
                        TestChannels.RAW_BOOK,
                        "[86143754888,41646.35995408,0.10224349]",
                        "BOOK_ENTRY 86143754888 41646.35995408 0 1 BUY 0.10224349",
                        "order_id=0 price=1 amount=2"),
                Arguments.of(
                        TestChannels.RAW_FUNDING_BOOK,
                        "[645902785,30,0.0003,-15190.7005375]",
                        "BOOK_ENTRY 645902785 0.0003 30 1 BUY 15190.7005375",
                        "order_id=0 price=2 amount=3"));
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of(
                        TestChannels.CANDLES,
                        "[1609668540000,828.01,827.67,828.42,827.65,2.32080241]",
                        "CANDLE 1609668540000 828.01 827.67 828.42 827.65 2.32080241",
                        "time=0 open=1 close=2 high=3 low=4"),
                Arguments.of(
                        TestChannels.DERIVATIVE,
                        "[1790133734000,null,86710.46123944,86670.5,null,62210384.95685668,null,"
                                + "1790150400000,0.00015317,3873,null,-0.01,null,null,86676.3172,"
                                + "null,null,8851.89352831,null,null,null,0.0005,0.0025]",
                        "DERIVATIVE_STATUS 1790133734000 86710.46123944 86670.5 62210384.95685668 "
                                + "1790150400000 0.00015317 3873 -0.01 86676.3172 8851.89352831 "
                                + "0.0005 0.0025",
                        ""),
                Arguments.of(
                        TestChannels.LIQUIDATIONS,
                        "[\"pos\",143683674,1593522802742.5,null,\"tBTCF0:USTF0\",0.00268657,"
                                + "9135.972557016,null,0,1,null,9080]",
                        "LIQUIDATION 143683674 1593522802742 tBTCF0:USTF0 0.00268657 "
                                + "9135.972557016 false true 9080",
                        "position=1 symbol=4 amount=5"),
                Arguments.of(
                        TestChannels.TICKER,
                        "[7616.5,31.8,7617.5,43.3,-550.8,-0.0674,7617.1,8314.7,8257.8,7500]",
                        "TICKER NaN 7616.5 NaN 31.8 7617.5 NaN 43.3 -550.8 -0.0674 7617.1 8314.7 "
                                + "8257.8 7500 NaN",
                        ""));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldReadRow(MarketChannel channel, String row, String says) throws IOException {
        both.assertRows(channel, "[5," + row + "]", says);
        both.assertRows(channel, "[5," + row + ",118,1564617600401]", says);
        both.assertRows(channel, " [ 5 , " + row.replace(",", " , ") + " ] ", says);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldReadRowsOfList(MarketChannel channel, String row, String says) throws IOException {
        both.assertRows(channel, "[5,[" + row + "]]", says);
        both.assertRows(channel, "[5,[" + row + "," + row + "," + row + "],7]", says, says, says);
        both.assertRows(channel, "[5,[" + row + " ," + row + "],7]", says, says);
        both.assertRows(channel, "[5,[]]");
        both.assertRows(channel, "[5,[],7,1564617600401]");
        both.assertRows(channel, "[5,[ ]]");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldSkipWhatRowsGrowBy(MarketChannel channel, String row, String says)
            throws IOException {
        String open = row.substring(0, row.length() - 1);
        List<String> more = List.of("1", "null", "-2.5", "\"x\"", "[1,[2]]", "{\"a\":1}", "7e-7");
        StringBuilder grown = new StringBuilder(open);
        for (int i = 1; i <= 20; i++) {
            grown.append(',').append(more.get(i % more.size()));
            both.assertRows(channel, "[5," + grown + "],7]", says);
            both.assertRows(channel, "[5,[" + grown + "]," + row + "],7]", says, says);
            both.assertRows(channel, "[5," + open + ",1".repeat(i) + "],7]", says);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldReadNullInEachPlaceOrNameTheField(
            MarketChannel channel, String row, String says, String indispensable)
            throws IOException {
        String[] fields = row.substring(1, row.length() - 1).split(",");
        for (int i = 0; i < fields.length; i++) {
            String[] nulled = fields.clone();
            nulled[i] = "null";
            String frame = "[5,[" + String.join(",", nulled) + "],7]";
            String name = nameAt(indispensable, i);
            if (name.isEmpty()) {
                assertTrue(isOneOff(says, both.scanner.marketRows(frame, channel).get(0)), frame);
                assertEquals(
                        both.scanner.marketRows(frame, channel),
                        both.jackson.marketRows(frame, channel));
            } else {
                both.assertMalformed(
                        channel, frame, "the " + name + " of a " + nounOf(channel) + " is missing");
            }
        }
    }

    private static String nounOf(MarketChannel channel) {
        return switch (channel.kind()) {
            case BOOK -> "book entry";
            case TRADES -> "trade";
            case STATUS -> "liquidation";
            default -> "candle";
        };
    }

    private static String nameAt(String indispensable, int index) {
        return Arrays.stream(indispensable.split(" "))
                .filter(name -> name.endsWith("=" + index))
                .map(name -> name.substring(0, name.indexOf('=')).replace('_', ' '))
                .findFirst()
                .orElse("");
    }

    /** True when at most one word is another, and that is none, NaN, 0 or false. */
    private static boolean isOneOff(String expected, String actual) {
        String[] words = actual.split(" ", -1);
        String[] was = expected.split(" ", -1);
        int off = 0;
        for (int i = 0; i < words.length; i++) {
            if (!words[i].equals(was[i])) {
                off++;
                assertTrue(List.of("none", "NaN", "0", "false").contains(words[i]), actual);
            }
        }
        return words.length == was.length && off <= 1;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldReadShortRowAsOneWithNulls(
            MarketChannel channel, String row, String says, String indispensable)
            throws IOException {
        String[] fields = row.substring(1, row.length() - 1).split(",");
        for (int length = 1; length < fields.length; length++) {
            String cut = String.join(",", Arrays.copyOf(fields, length));
            String nulls = cut + ",null".repeat(fields.length - length);
            assertEquals(
                    read(both.jackson, channel, "[5,[" + nulls + "]]"),
                    read(both.jackson, channel, "[5,[" + cut + "]]"));
            assertEquals(
                    read(both.jackson, channel, "[5,[" + cut + "]]"),
                    read(both.scanner, channel, "[5,[" + cut + "]]"));
        }
        assertFalse(says.isEmpty() && indispensable.isEmpty());
    }

    private static String read(WholeFrameReader reader, MarketChannel channel, String frame)
            throws IOException {
        try {
            return reader.marketRows(frame, channel).toString();
        } catch (MalformedFrameException e) {
            return e.getMessage();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldRefuseNumbersThatAreTexts(MarketChannel channel, String row) {
        String[] fields = row.substring(1, row.length() - 1).split(",");
        for (int i = 0; i < fields.length; i++) {
            if (!fields[i].equals("null") && !fields[i].startsWith("\"")) {
                String[] quoted = fields.clone();
                quoted[i] = "\"" + fields[i] + "\"";
                String frame = "[5,[" + String.join(",", quoted) + "],7]";
                both.assertMalformed(channel, frame);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldRefuseListOfWhichOneRowIsBroken(MarketChannel channel, String row) {
        for (String broken : List.of("5", "null", "\"x\"", "{}", "[\"x\",{},true,[1],{},[2]]")) {
            String frame = "[5,[" + row + "," + broken + "," + row + "],7]";
            both.assertMalformed(channel, frame);
        }
    }
}
