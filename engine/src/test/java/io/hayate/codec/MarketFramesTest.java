package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.event.EventType;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What frames of market data say, read by either decoder. */
class MarketFramesTest {
    private static final String LEVEL = "[8744.9,2,-0.45603413]";

    private final BothDecoders both = new BothDecoders();

    @Test
    void shouldReadPricesOfEveryForm() throws IOException {
        both.assertRows(
                TestChannels.BOOK,
                "[5,[[1.7e-7,1,2],[0.00000017,1,-1e-8],[278200,3,43.358118629999986],"
                        + "[1.5e+21,1,0.001448229999994055]]]",
                "BOOK_ENTRY 0 0.00000017 0 1 BUY 2",
                "BOOK_ENTRY 0 0.00000017 0 1 SELL 0.00000001",
                "BOOK_ENTRY 0 278200 0 3 BUY 43.358118629999986",
                "BOOK_ENTRY 0 1500000000000000000000 0 1 BUY 0.001448229999994055");
    }

    @Test
    void shouldTellSideAndDeletesOfBooks() throws IOException {
        both.assertRows(
                TestChannels.BOOK, "[5,[86664,0,1]]", "BOOK_ENTRY delete 0 86664 0 0 BUY 1");
        both.assertRows(
                TestChannels.BOOK, "[5,[86664,0,-1]]", "BOOK_ENTRY delete 0 86664 0 0 SELL 1");
        both.assertRows(
                TestChannels.RAW_BOOK,
                "[5,[86143676169,0,1]]",
                "BOOK_ENTRY delete 86143676169 0 0 0 BUY 1");
        both.assertRows(
                TestChannels.RAW_BOOK,
                "[5,[86143676169,0,-1]]",
                "BOOK_ENTRY delete 86143676169 0 0 0 SELL 1");
        both.assertRows(
                TestChannels.FUNDING_BOOK,
                "[5,[0.00020899,2,0,1]]",
                "BOOK_ENTRY delete 0 0.00020899 2 0 SELL 1");
        both.assertRows(
                TestChannels.FUNDING_BOOK,
                "[5,[0.00020899,2,0,-1]]",
                "BOOK_ENTRY delete 0 0.00020899 2 0 BUY 1");
        both.assertRows(
                TestChannels.RAW_FUNDING_BOOK,
                "[5,[645902785,30,0,1]]",
                "BOOK_ENTRY delete 645902785 0 30 0 SELL 1");
        both.assertRows(
                TestChannels.RAW_FUNDING_BOOK,
                "[5,[645902785,null,0,-1]]",
                "BOOK_ENTRY delete 645902785 0 0 0 BUY 1");
    }

    @Test
    void shouldRefuseBookEntryWithoutSide() {
        String message = "the amount of a book entry is 0: it has no side";
        both.assertMalformed(TestChannels.BOOK, "[5,[86664,0,0]]", message);
        both.assertMalformed(TestChannels.BOOK, "[5,[86664,2,0]]", message);
        both.assertMalformed(TestChannels.BOOK, "[5,[86664,2,-0]]", message);
        both.assertMalformed(TestChannels.BOOK, "[5,[86664,2,0.0]]", message);
        both.assertMalformed(TestChannels.RAW_BOOK, "[5,[86143676169,5,0]]", message);
        both.assertMalformed(TestChannels.FUNDING_BOOK, "[5,[0.00020899,2,0,0]]", message);
        both.assertMalformed(TestChannels.RAW_FUNDING_BOOK, "[5,[1,2,3,0]]", message);
    }

    @Test
    void shouldRefuseCountsAndPeriodsThatAreNone() {
        both.assertMalformed(
                TestChannels.BOOK,
                "[5,[1,-1,1]]",
                "the count of a book entry is not within 31 bits");
        both.assertMalformed(
                TestChannels.BOOK,
                "[5,[1,2147483648,1]]",
                "the count of a book entry is not within 31 bits");
        both.assertMalformed(
                TestChannels.BOOK,
                "[5,[1,1.5,1]]",
                "a whole number is due, found VALUE_NUMBER_FLOAT");
        both.assertMalformed(
                TestChannels.FUNDING_TRADES,
                "[5,[1,2,3,4,4294967296]]",
                "the period of a trade is not within 31 bits");
    }

    @Test
    void shouldKeepIdsBeyond32Bits() throws IOException {
        both.assertRows(
                TestChannels.RAW_BOOK,
                "[5,[[244611273982,1,1],[9007199254740991,2,-1],[9007199254740993,3,1]]]",
                "BOOK_ENTRY 244611273982 1 0 1 BUY 1",
                "BOOK_ENTRY 9007199254740991 2 0 1 SELL 1",
                "BOOK_ENTRY 9007199254740993 3 0 1 BUY 1");
    }

    @ParameterizedTest
    @EnumSource(DecoderKind.class)
    void shouldReadPrintsAsTheyHappenAndAgain(DecoderKind kind) throws IOException {
        WholeFrameReader reader = new WholeFrameReader(kind);
        String says = "382489563 1564617600709 BUY 0.00705845 10087.9 0";
        String row = "[382489563,1564617600709,0.00705845,10087.9]";

        assertEquals(FrameKind.TYPED, reader.begin("[89,\"te\"," + row + ",18]"));
        assertEquals(MarketType.TRADE_EXECUTED, reader.decoder.marketType());
        assertEquals(List.of(1, false), List.of(reader.decoder.rows(), reader.decoder.isList()));
        both.assertRows(TestChannels.TRADES, "[89,\"te\"," + row + ",18]", "TRADE " + says);
        both.assertRows(TestChannels.TRADES, "[89,\"tu\"," + row + ",18]", "TRADE again " + says);
        both.assertRows(TestChannels.TRADES, "[89, \"tu\" , " + row + "]", "TRADE again " + says);
    }

    @Test
    void shouldReadPrintsOfFunding() throws IOException {
        String row = "[133323543,1574694605000,59.84,0.00023647,2]";
        String says = "133323543 1574694605000 BUY 59.84 0.00023647 2";

        both.assertRows(TestChannels.FUNDING_TRADES, "[7,\"fte\"," + row + ",3]", "TRADE " + says);
        both.assertRows(
                TestChannels.FUNDING_TRADES, "[7,\"ftu\"," + row + "]", "TRADE again " + says);
    }

    @Test
    void shouldReadChecksumsWithAndWithoutSign() throws IOException {
        both.assertRows(TestChannels.BOOK, "[7,\"cs\",-1175357890]", "BOOK_CHECKSUM -1175357890");
        both.assertRows(TestChannels.BOOK, "[7,\"cs\",1770440002,9]", "BOOK_CHECKSUM 1770440002");
        both.assertRows(TestChannels.BOOK, "[7,\"cs\",3119609406,9]", "BOOK_CHECKSUM -1175357890");
        both.assertRows(TestChannels.RAW_BOOK, "[7,\"cs\",0]", "BOOK_CHECKSUM 0");
        both.assertRows(TestChannels.FUNDING_BOOK, "[7,\"cs\",-0]", "BOOK_CHECKSUM 0");
        both.assertRows(TestChannels.BOOK, "[7,\"cs\",-2147483648]", "BOOK_CHECKSUM -2147483648");
        both.assertRows(TestChannels.BOOK, "[7,\"cs\",4294967295]", "BOOK_CHECKSUM -1");
    }

    @Test
    void shouldRefuseWhatIsNoChecksum() {
        both.assertMalformed(
                TestChannels.BOOK, "[7,\"cs\",4294967296]", "a checksum is beyond 32 bits");
        both.assertMalformed(
                TestChannels.BOOK, "[7,\"cs\",-2147483649]", "a checksum is beyond 32 bits");
        both.assertMalformed(
                TestChannels.BOOK, "[7,\"cs\",null]", "a checksum is due, found VALUE_NULL");
        both.assertMalformed(
                TestChannels.BOOK, "[7,\"cs\",\"5\"]", "a checksum is due, found VALUE_STRING");
        both.assertMalformed(
                TestChannels.BOOK, "[7,\"cs\",1.5]", "a checksum is due, found VALUE_NUMBER_FLOAT");
        both.assertMalformed(TestChannels.BOOK, "[7,\"cs\"]", "a checksum is due, found END_ARRAY");
    }

    @Test
    void shouldRefusePrintThatIsNoRow() {
        both.assertMalformed(
                TestChannels.TRADES, "[7,\"te\",5]", "a row is due, found VALUE_NUMBER_INT");
        both.assertMalformed(TestChannels.TRADES, "[7,\"te\"]", "a row is due, found END_ARRAY");
        both.assertMalformed(
                TestChannels.TRADES, "[7,\"tu\",null]", "a row is due, found VALUE_NULL");
        both.assertMalformed(
                TestChannels.TRADES,
                "[7,\"te\",[[1,2,3,4]]]",
                "a whole number is due, found START_ARRAY");
    }

    @Test
    void shouldMakeNothingOfWordsThatDoNotBelongOnTheChannel() throws IOException {
        both.assertRows(TestChannels.BOOK, "[7,\"te\",[1,2,3,4]]", "NONE");
        both.assertRows(TestChannels.TRADES, "[7,\"cs\",5]", "NONE");
        both.assertRows(TestChannels.CANDLES, "[7,\"tu\",[1,2,3,4]]", "NONE");
        both.assertRows(TestChannels.TRADES, "[7,\"zz\",[1,2,3,4]]");
        both.assertRows(TestChannels.OTHER_STATUS, "[7,[[1,2],[3,4]]]", "NONE", "NONE");
    }

    @ParameterizedTest
    @EnumSource(DecoderKind.class)
    void shouldTellListFromRow(DecoderKind kind) throws IOException {
        WholeFrameReader reader = new WholeFrameReader(kind);
        assertList(reader, "[5,[[1,1,1],[2,1,1]]]", true, 2);
        assertList(reader, "[5,[]]", true, 0);
        assertList(reader, "[5,[ ] ]", true, 0);
        assertList(reader, "[5,[ [1,1,1]]]", true, 1);
        assertList(reader, "[ 5 ,\t[\n[1,1,1]]]", true, 1);
        assertList(reader, "[5,[1,1,1]]", false, 1);
        assertList(reader, "[5,[ 1,1,1]]", false, 1);
        assertList(reader, "[5,[null]]", false, 1);
        assertList(reader, "[5,[\"pos\",1]]", false, 1);
        assertList(reader, "[5,\"te\",[1,1,1]]", false, 1);
        assertList(reader, "[5,\"hb\"]", false, 0);
        assertList(reader, "[5,\"zz\",[[1]]]", false, 0);
    }

    private static void assertList(WholeFrameReader reader, String frame, boolean list, int rows)
            throws IOException {
        reader.begin(frame);
        assertEquals(list, reader.decoder.isList(), frame);
        assertEquals(rows, reader.decoder.rows(), frame);
    }

    @ParameterizedTest
    @EnumSource(DecoderKind.class)
    void shouldRefuseMoreRowsThanThereAre(DecoderKind kind) throws IOException {
        WholeFrameReader reader = new WholeFrameReader(kind);
        for (String frame : List.of("[5,[" + LEVEL + "]]", "[5," + LEVEL + "]")) {
            reader.begin(frame);
            assertEquals(EventType.BOOK_ENTRY, decodeRow(reader));
            assertThrows(MalformedFrameException.class, () -> decodeRow(reader));
            both.assertRows(
                    TestChannels.BOOK,
                    "[5," + LEVEL + "]",
                    "BOOK_ENTRY 0 8744.9 0 2 SELL 0.45603413");
        }
    }

    private static EventType decodeRow(WholeFrameReader reader) throws IOException {
        return reader.decoder.decodeMarketRow(TestChannels.BOOK, reader.event);
    }

    @ParameterizedTest
    @EnumSource(DecoderKind.class)
    void shouldEndListOfWhichNotAllRowsWereRead(DecoderKind kind) throws IOException {
        WholeFrameReader reader = new WholeFrameReader(kind);
        reader.begin("[5,[" + LEVEL + "," + LEVEL + "," + LEVEL + "],7,1564617600401]");
        decodeRow(reader);
        reader.decoder.end();

        assertEquals(7, reader.decoder.venueSequence());
        assertEquals(1_564_617_600_401L, reader.decoder.venueTimeMs());
    }

    /** Where the scanner hands over to the parser: each row of a list in turn, and the tail. */
    @Test
    void shouldGoOnWithParserAtTheRowThatScannerDeclines() throws IOException {
        for (int odd = 0; odd < 6; odd++) {
            StringBuilder frame = new StringBuilder("[5,[");
            String[] says = new String[6];
            for (int i = 0; i < says.length; i++) {
                frame.append(i == 0 ? "[" : ",[").append(100 + i).append(",1,");
                frame.append(i == odd ? "2e0]" : "2]");
                says[i] = "BOOK_ENTRY 0 " + (100 + i) + " 0 1 BUY 2";
            }
            both.assertRows(TestChannels.BOOK, frame + "],7]", says);
            both.assertRows(TestChannels.BOOK, frame + "] , 7, \"x\" ]", says);
            assertEquals(7, both.scanner.decoder.venueSequence());
        }
    }
}
