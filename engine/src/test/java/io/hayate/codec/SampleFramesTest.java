package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every frame of the sample: what its head says, what is appended to it, and of market data each
 * value of its first and last row; both decoders.
 */
class SampleFramesTest {
    private WholeFrameReader reader = new WholeFrameReader();

    static Stream<Arguments> frames() {
        List<String> frames = Frames.sample();
        List<String> expected = Frames.lines("real-sample.expected");
        assertEquals(frames.size(), expected.size());
        return IntStream.range(0, frames.size())
                .mapToObj(i -> Arguments.of(expected.get(i), frames.get(i)));
    }

    @ParameterizedTest(name = "line {index}: {0}")
    @MethodSource("frames")
    void shouldReadFrameAsTheProtocolSays(String expected, String frame) throws IOException {
        assertEquals(expected, read(frame));
        reader = new WholeFrameReader(DecoderKind.JACKSON);
        assertEquals(expected, read(frame));
    }

    @Test
    void shouldReadWholeSampleWithOneDecoder() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (String frame : Frames.sample()) {
            String words = read(frame).replaceAll(" (rows|seq|[0-9]).*", "");
            counts.merge(words, 1, Integer::sum);
        }

        Map<String, Integer> expected = new TreeMap<>();
        expected.put("CONTROL INFO", 5);
        expected.put("CONTROL CONF", 3);
        expected.put("CONTROL SUBSCRIBED", 14);
        expected.put("CONTROL UNSUBSCRIBED", 1);
        expected.put("CONTROL AUTH", 2);
        expected.put("CONTROL ERROR", 5);
        expected.put("CONTROL PONG", 1);
        expected.put("HEARTBEAT", 11);
        expected.put("DATA", 59);
        expected.put("TYPED", 18);
        expected.put("ACCOUNT NOTIFICATION", 15);
        expected.put("ACCOUNT OPEN_ORDERS", 2);
        expected.put("ACCOUNT ORDER_NEW", 2);
        expected.put("ACCOUNT ORDER_CHANGED", 2);
        expected.put("ACCOUNT ORDER_CLOSED", 7);
        expected.put("ACCOUNT TRADE_EXECUTED", 3);
        expected.put("ACCOUNT TRADE_UPDATED", 1);
        expected.put("ACCOUNT WALLETS", 2);
        expected.put("ACCOUNT WALLET", 5);
        expected.put("ACCOUNT POSITIONS", 2);
        expected.put("ACCOUNT POSITION_NEW", 1);
        expected.put("ACCOUNT POSITION_CHANGED", 1);
        expected.put("ACCOUNT POSITION_CLOSED", 1);
        expected.put("ACCOUNT OFFERS", 2);
        expected.put("ACCOUNT OFFER_NEW", 1);
        expected.put("ACCOUNT OFFER_CHANGED", 1);
        expected.put("ACCOUNT OFFER_CLOSED", 2);
        expected.put("ACCOUNT UNUSED", 20);
        expected.put("MALFORMED", 2);
        assertEquals(expected, counts);
    }

    private String read(String frame) throws IOException {
        try {
            String words = words(reader.begin(frame), frame);
            String rows = marketRows(frame);
            reader.decoder.end();
            return words + appended() + rows;
        } catch (MalformedFrameException e) {
            return "MALFORMED";
        }
    }

    private String appended() {
        FrameDecoder decoder = reader.decoder;
        long sequence = decoder.venueSequence();
        long account = decoder.accountSequence();
        long timeMs = decoder.venueTimeMs();
        return (sequence == Event.NO_SEQUENCE ? "" : " seq " + sequence)
                + (account == Event.NO_SEQUENCE ? "" : " account " + account)
                + (timeMs == 0 ? "" : " at " + timeMs);
    }

    private String words(FrameKind kind, String frame) throws IOException {
        return switch (kind) {
            case CONTROL -> "CONTROL " + controlKind(frame);
            case ACCOUNT -> "ACCOUNT " + reader.decoder.accountType() + " rows " + rows(frame);
            default -> kind + " " + reader.decoder.channelId();
        };
    }

    /** Of one row that, of a list how many, the first and the last. */
    private String marketRows(String frame) throws IOException {
        FrameDecoder decoder = reader.decoder;
        if (decoder.accountType() != AccountType.UNKNOWN || decoder.rows() == 0) {
            return "";
        }
        MarketChannel channel = TestChannels.ofSample(frame, decoder.channelId());
        int rows = decoder.rows();
        String first = "";
        String last = "";
        for (int i = 0; i < rows; i++) {
            EventType type =
                    decoder.decodeMarketRow(channel, reader.event.begin(Instrument.NONE, 0));
            last = EventLines.of(type, reader.event, reader.instruments);
            first = i == 0 ? last : first;
        }
        return decoder.isList() ? ": " + rows + ": " + first + " ... " + last : ": " + last;
    }

    private ControlMessage.Kind controlKind(String frame) throws IOException {
        ControlMessage message = new ControlMessage();
        reader.decoder.decodeControl(message);
        assertNotEquals(ControlMessage.Kind.OTHER, message.kind(), frame);
        return message.kind();
    }

    private int rows(String frame) throws IOException {
        int rows = reader.decoder.rows();
        for (int i = 0; i < rows; i++) {
            EventType type = reader.decoder.decodeRow(reader.event.begin(-1, 0));
            boolean ignored = frame.contains("wallet_transfer") || frame.contains("fon-req");
            assertEquals(ignored, type == EventType.NONE, frame);
            assertFalse(type == EventType.TICKER, frame);
        }
        return rows;
    }
}
