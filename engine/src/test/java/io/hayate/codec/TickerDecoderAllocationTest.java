package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.Event;
import io.hayate.model.MarketChannel;
import java.io.IOException;
import org.agrona.DirectBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TickerDecoderAllocationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                Frames.TICKER,
                "[1,[7616.5,31.89,7617.5,43.35,-550.8,-0.0674,7617.1,8314.71,8257.8,7500],118]",
                "[1,[43.358118629999986,0.006000000000000001,0.001448229999994055,"
                        + "0.00028313972602739723,-13.014640000000007,2e-8,7.1e-7,-5.2128e-8,"
                        + "1.5e+21,9.9e-7],118,1564617600401]",
                "[1,[null,null,null,null,null,null,null,null,null,null,null,[1,{\"a\":2}]],118]",
                "[1,[1234567890123456789,12345678901234567890,-0,1e-7,5,6,7,8,9,10]]",
                "[1,[0.30000000000000004,19203.444049780002,1e99,123456789012345680000,5e-324,"
                        + "2.4703282292062328e-324,9007199254740993,4503599627370497.5,"
                        + "1.7976931348623157e308,-0e99999],118]",
                "[1,[null,4503599627370497.5,4503599627370497.50000000000000000000000000000001,"
                        + "2.4703282292062327e-324,17976931348623157e292,0.1e-400]]",
                "[1,[7616.5,31.8,7617.5]]",
                "[1,[7616.5,31.89,7617.5,43.35,-550.8,-0.0674,7617.1,8314.71,8257.8,75e2],118]",
                "[1,[7616.5,31.89,7617.5,43.35,-550.8,-0.0674,7617.1,8314.71,8257.8,75],1.5]",
                " [ 1 , [ 7616.5 , 31.8 ] ] "
            })
    void shouldAllocateNothingForTicker(String frame) throws IOException {
        assertEquals(0, allocations(DecoderKind.SCANNER, frame, TestChannels.TICKER));
        assertEquals(0, allocations(DecoderKind.JACKSON, frame, TestChannels.TICKER));
    }

    @ParameterizedTest
    @ValueSource(strings = {Frames.FUNDING_TICKER})
    void shouldAllocateNothingForFundingTicker(String frame) throws IOException {
        assertEquals(0, allocations(DecoderKind.SCANNER, frame, TestChannels.FUNDING_TICKER));
        assertEquals(0, allocations(DecoderKind.JACKSON, frame, TestChannels.FUNDING_TICKER));
    }

    private static long allocations(DecoderKind kind, String frame, MarketChannel channel)
            throws IOException {
        WholeFrameReader reader = new WholeFrameReader(kind);
        DirectBuffer buffer = Frames.buffer(frame);
        int length = Frames.length(buffer);
        FrameDecoder decoder = reader.decoder;
        Event event = reader.event;
        return Allocations.of(
                i -> {
                    decoder.begin(buffer, Frames.OFFSET, length);
                    decoder.decodeMarketRow(channel, event.begin(0, i));
                    decoder.end();
                    event.venueSequence(decoder.venueSequence());
                });
    }
}
