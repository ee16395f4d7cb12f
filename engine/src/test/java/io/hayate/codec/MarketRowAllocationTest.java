package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.Event;
import io.hayate.model.MarketChannel;
import java.io.IOException;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MarketRowAllocationTest {
    /** Rows of each kind, alone and in lists, and what the scanner leaves to the parser. */
    static Stream<Arguments> frames() {
        Stream<Arguments> rows =
                MarketRowDecoderTest.rows()
                        .map(Arguments::get)
                        .flatMap(row -> framesOf((MarketChannel) row[0], (String) row[1]));
        return Stream.concat(
                rows,
                Stream.of(
                        Arguments.of(TestChannels.BOOK, "[5,[1.7e-7,1,-2e-8],118]"),
                        Arguments.of(TestChannels.BOOK, "[5,[59211.900054800004,1,2],118]"),
                        Arguments.of(
                                TestChannels.BOOK,
                                "[5,[0.37736033268882474,1,-1.1256000000000001e-7],118]"),
                        Arguments.of(TestChannels.BOOK, "[5,[[1,2,3],[4,5,6],[7e0,8,9]],118]"),
                        Arguments.of(TestChannels.BOOK, "[5,[[1,2,3],[4,5,6],[7,8,9,\"x\"]],118]"),
                        Arguments.of(TestChannels.BOOK, "[5,[0.30000000000000004,1,-1e-7],118]"),
                        Arguments.of(TestChannels.BOOK, "[5,[9007199254740993,1,5e-324],118]"),
                        Arguments.of(
                                TestChannels.CANDLES,
                                "[5,[1,4503599627370497.5,2.4703282292062328e-324,0e99999,"
                                        + "12345678901234567890123456789,19203.444049780002],118]"),
                        Arguments.of(TestChannels.BOOK, "[5,[],118,1564617600401]"),
                        Arguments.of(TestChannels.BOOK, "[5,\"cs\",-1175357890,9]"),
                        Arguments.of(TestChannels.BOOK, "[5,\"cs\", 3119609406]"),
                        Arguments.of(TestChannels.TRADES, "[5,\"te\",[1,2,3,4],9]"),
                        Arguments.of(TestChannels.TRADES, "[5,\"tu\",[1,2,3e0,4],9]"),
                        Arguments.of(TestChannels.FUNDING_TRADES, "[5,\"fte\",[1,2,3,4,5],9]"),
                        Arguments.of(TestChannels.BOOK, "[5,\"te\",[1,2,3,4],9]"),
                        Arguments.of(TestChannels.BOOK, "[5,\"hb\",9,1564617600401]")));
    }

    private static Stream<Arguments> framesOf(MarketChannel channel, String row) {
        return Stream.of(
                Arguments.of(channel, "[5," + row + ",118,1564617600401]"),
                Arguments.of(channel, "[5,[" + row + "," + row + "],118,1564617600401]"),
                Arguments.of(channel, "[5, " + row + " ,null,1.5]"));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void shouldAllocateNothingForFrame(MarketChannel channel, String frame) throws IOException {
        assertEquals(0, allocations(DecoderKind.SCANNER, channel, frame));
        assertEquals(0, allocations(DecoderKind.JACKSON, channel, frame));
    }

    private static long allocations(DecoderKind kind, MarketChannel channel, String frame)
            throws IOException {
        WholeFrameReader reader = new WholeFrameReader(kind);
        DirectBuffer buffer = Frames.buffer(frame);
        int length = Frames.length(buffer);
        FrameDecoder decoder = reader.decoder;
        Event event = reader.event;
        return Allocations.of(
                i -> {
                    decoder.begin(buffer, Frames.OFFSET, length);
                    int rows = decoder.rows();
                    for (int row = 0; row < rows; row++) {
                        event.type(decoder.decodeMarketRow(channel, event.begin(0, i)));
                    }
                    decoder.end();
                    event.venueSequence(decoder.venueSequence());
                    event.venueTimeMs(decoder.venueTimeMs());
                });
    }
}
