package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.Ticker;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameDecoderTest {
    private final WholeFrameReader reader = new WholeFrameReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[12,[1,2]] | -1",
                "[12,[1,2],118] | 118",
                "[12,[1,2],118,1564617600401] | 118",
                "[12,[[1,2],[3]],118,1564617600401,\"more\",[4]] | 118",
                "[12,\"te\",[1,2]] | -1",
                "[12,\"te\",[1,2],394] | 394",
                "[12,\"te\",[1,2],18,1564617600784] | 18",
                "[12,\"cs\",-1175357890] | -1",
                "[12,\"cs\",-1175357890,9] | 9",
                "[12,\"te\"] | -1",
                "[12,\"hb\"] | -1",
                "[12,\"hb\",127] | 127",
                "[12,\"hb\",3603,1569715249702] | 3603",
                "[0,\"hb\",5] | 5",
                "[0,\"bu\",[1,2],143,15214,1786327545418] | 143",
                "[0,\"n\",[1,\"x\"],12] | 12",
                "[0,\"ps\",[],2,0] | 2",
                "[0,\"ps\",null,2,0] | 2",
                "[0,\"later\",{\"a\":[1]},2,0] | 2",
                "[0,[1,2],6] | 6",
                "[12,[1],999999999999] | 999999999999",
                "[12,[1],null,7] | -1",
                "[12,[1],\"7\"] | -1",
                "[12,[1],{\"a\":7},8] | -1",
                " [ 12 , [ 1 , [ ] ] , 118 ]  | 118"
            })
    void shouldReadSequenceBehindPayload(String frame, long sequence) throws IOException {
        assertEquals(sequence, reader.sequence(frame));
    }

    @Test
    void shouldTellKindAndChannelWhenFrameBegins() throws IOException {
        assertEquals(FrameKind.CONTROL, reader.begin("{\"event\":\"pong\"}"));
        assertEquals(FrameDecoder.NO_CHANNEL, reader.decoder.channelId());
        assertEquals(FrameKind.DATA, reader.begin(Frames.TICKER));
        assertEquals(204_778, reader.decoder.channelId());
        assertEquals(FrameKind.HEARTBEAT, reader.begin("[12,\"hb\"]"));
        assertEquals(12, reader.decoder.channelId());
        assertEquals(FrameKind.HEARTBEAT, reader.begin("[0,\"hb\"]"));
        assertEquals(0, reader.decoder.channelId());
        assertEquals(FrameKind.TYPED, reader.begin("[12,\"te\",[1]]"));
        assertEquals(FrameKind.ACCOUNT, reader.begin(Frames.ORDER_NEW));
        assertEquals(AccountType.ORDER_NEW, reader.decoder.accountType());
    }

    @Test
    void shouldReadChannelBeyond32Bits() throws IOException {
        reader.begin("[244611273982,\"hb\"]");

        assertEquals(244_611_273_982L, reader.decoder.channelId());
    }

    @Test
    void shouldSkipAccountTypesThatAreOfNoUse() throws IOException {
        reader.begin("[0,\"bu\",[1004.28,1004.28]]");
        assertEquals(AccountType.UNUSED, reader.decoder.accountType());
        assertEquals(0, reader.decoder.rows());
        reader.decoder.end();

        reader.begin("[0,\"ps\",null]");
        assertEquals(AccountType.UNUSED, reader.decoder.accountType());
        assertEquals(0, reader.decoder.rows());
        reader.decoder.end();

        reader.begin("[0,\"zz\",[[1]]]");
        assertEquals(AccountType.UNKNOWN, reader.decoder.accountType());
        assertEquals(0, reader.decoder.rows());
        reader.decoder.end();
    }

    @Test
    void shouldCountRowsBeforeTheyAreDecoded() throws IOException {
        reader.begin("[0,\"os\",[]]");
        assertEquals(0, reader.decoder.rows());
        reader.begin(
                "[0,\"ws\",[[\"exchange\",\"U\\\"],[\",1],[\"margin\",\"USD\",2,{\"a\":[1,2]}]]]");
        assertEquals(2, reader.decoder.rows());
        reader.begin(Frames.ORDER_NEW);
        assertEquals(1, reader.decoder.rows());
    }

    @Test
    void shouldGiveRowsOfListInOrder() throws IOException {
        ExecutionReport report = new ExecutionReport().wrap(reader.event);
        reader.begin("[0,\"os\",[[1,null,11,\"tBTCUSD\"],[2,null,12,\"tETHUSD\"]],4,0]");

        assertEquals(EventType.EXECUTION_REPORT, reader.decoder.decodeRow(reader.event));
        assertEquals(List.of(1L, 11L), List.of(report.orderId(), report.clientOrderId()));
        assertEquals(EventType.EXECUTION_REPORT, reader.decoder.decodeRow(reader.event));
        assertEquals(List.of(2L, 12L), List.of(report.orderId(), report.clientOrderId()));
        reader.decoder.end();
        assertEquals(4, reader.decoder.venueSequence());
    }

    @Test
    void shouldSkipRowsThatNobodyAsksFor() throws IOException {
        reader.begin("[0,\"os\",[[1],[2],[3]],4,0]");
        reader.decoder.decodeRow(reader.event);
        reader.decoder.end();

        assertEquals(4, reader.decoder.venueSequence());
    }

    @Test
    void shouldRefuseMoreRowsThanThereAre() throws IOException {
        reader.begin("[0,\"os\",[[1]],4,0]");
        reader.decoder.decodeRow(reader.event);
        assertThrows(MalformedFrameException.class, () -> reader.decoder.decodeRow(reader.event));

        reader.begin("[0,\"wu\",[\"exchange\"],4,0]");
        reader.decoder.decodeRow(reader.event);
        assertThrows(MalformedFrameException.class, () -> reader.decoder.decodeRow(reader.event));
        assertEquals(118_940, reader.ticker(Frames.TICKER).bidPrice());
    }

    @Test
    void shouldStartAfreshWhenFrameBeforeWasLeftHalfWay() throws IOException {
        for (String left : Frames.sample()) {
            try {
                reader.begin(left);
            } catch (MalformedFrameException e) {
                assertEquals("a row is due, found VALUE_NULL", e.getMessage());
            }
            assertEquals(118_940, reader.ticker(Frames.TICKER).bidPrice());
        }
    }

    @Test
    void shouldReadSameFrameAgainWhenThereWasNoRoomForIt() throws IOException {
        reader.begin(Frames.ORDER_NEW);

        assertEquals(111_172_419_114L, reader.report(Frames.ORDER_NEW).orderId());
    }

    @Test
    void shouldKeepNoSequenceOfFrameBefore() throws IOException {
        assertEquals(118, reader.sequence("[12,\"hb\",118]"));
        assertEquals(Event.NO_SEQUENCE, reader.sequence("[12,\"hb\"]"));
    }

    @Test
    void shouldRefuseCallsThatDoNotFitTheFrame() throws IOException {
        assertThrows(IllegalStateException.class, reader.decoder::end);
        reader.begin("[12,\"hb\"]");
        assertThrows(
                IllegalStateException.class,
                () -> reader.decoder.decodeMarketRow(TestChannels.TICKER, reader.event));
        assertThrows(IllegalStateException.class, () -> reader.decoder.decodeRow(reader.event));
        assertThrows(
                IllegalStateException.class,
                () -> reader.decoder.decodeControl(new ControlMessage()));
        reader.decoder.end();
        assertThrows(IllegalStateException.class, reader.decoder::end);
    }

    @Test
    void shouldRefuseCallsThatDoNotFitRow() throws IOException {
        reader.begin(Frames.TICKER);
        assertThrows(IllegalStateException.class, () -> reader.decoder.decodeRow(reader.event));
        reader.begin(Frames.TICKER);
        assertThrows(
                IllegalStateException.class,
                () -> reader.decoder.decodeControl(new ControlMessage()));
        reader.ticker(Frames.TICKER);
        assertThrows(IllegalStateException.class, reader.decoder::end);
        assertThrows(
                IllegalStateException.class,
                () -> reader.decoder.decodeMarketRow(TestChannels.TICKER, reader.event));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1,[5,2,3,4,5,6,7,8,9,1e2],7] | 100 | 7",
                "[1,[5,2,3,4,5,6,7,8,9,10],7,\"x\"] | 10 | 7",
                "[1,[5,2,3,4,5,6,7,8,9,10,[1]],7] | 10 | 7",
                "[1,[5,2,3,4,5,6,7,8,9,0.123456789]] | 0.123456789 | -1",
                "[1,[5,2,3,4,5,6,7,8,9,10] ,7] | 10 | 7"
            })
    void shouldReadFromStartWhenScannerDeclinesHalfWay(String frame, double low, long sequence)
            throws IOException {
        Ticker ticker = reader.ticker(frame);

        assertEquals(List.of(5.0, low), List.of(ticker.bidPrice(), ticker.low()));
        assertEquals(List.of(1L, sequence), List.of(channelId(), reader.decoder.venueSequence()));
    }

    private long channelId() {
        return reader.decoder.channelId();
    }

    @Test
    void shouldCheckRowThatNobodyDecodes() throws IOException {
        assertEquals(118, reader.sequence("[5,[1,2,3],118]"));
        reader.begin("[5,[1,2,3],118");
        assertThrows(MalformedFrameException.class, reader.decoder::end);
        reader.begin("[5,[1,2,x],118]");
        assertThrows(MalformedFrameException.class, reader.decoder::end);
        assertEquals(118, reader.sequence("[5,\"hb\",118]"));
    }

    @Test
    void shouldReadFramesUpToLimitAndRefuseLongerOnes() throws IOException {
        String longest = "[12,\"hb\"" + " ".repeat(WholeFrameReader.FRAME_BYTES_MAX - 9) + "]";

        assertEquals(FrameKind.HEARTBEAT, reader.begin(longest));
        assertEquals(
                "a frame of 65537 bytes is over 65536",
                assertThrows(MalformedFrameException.class, () -> reader.begin(longest + " "))
                        .getMessage());
        assertEquals(118_940, reader.ticker(Frames.TICKER).bidPrice());
    }
}
