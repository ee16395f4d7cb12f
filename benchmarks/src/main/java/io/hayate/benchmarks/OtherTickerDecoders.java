package io.hayate.benchmarks;

import com.alibaba.fastjson2.JSONReader;
import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonReader;
import com.dslplatform.json.NumberConverter;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hayate.event.Event;
import java.io.IOException;

/**
 * What else can read a ticker into a slot: libraries as most clients use them, and the fastest that
 * there are. None of them takes a direct buffer, so the frame is copied first, which costs some 5 ns.
 */
final class OtherTickerDecoders {
    private static final int FIELDS = 10;

    private final TickerFrames frames;
    private final Event event = Event.allocate();
    private final byte[] bytes = new byte[256];
    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonReader<Object> dslReader = new DslJson<>().newReader(bytes);

    OtherTickerDecoders(TickerFrames frames) {
        this.frames = frames;
    }

    /** Copies the next frame; gives its length. */
    private int next() {
        frames.next();
        event.begin(0, 1);
        return frames.copyTo(bytes);
    }

    private void put(int field, double value) {
        event.buffer().putDouble(event.bodyOffset() + field * Double.BYTES, value);
    }

    /** A parser for each frame, as its makers set it up. */
    Event jacksonParserPerFrame() throws IOException {
        try (JsonParser json = mapper.getFactory().createParser(bytes, 0, next())) {
            json.nextToken();
            json.nextToken();
            event.instrumentId(json.getIntValue());
            json.nextToken();
            for (int i = 0; i < FIELDS; i++) {
                json.nextToken();
                put(i, json.getDoubleValue());
            }
            json.nextToken();
            if (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
                event.venueSequence(json.getLongValue());
                json.nextToken();
            }
            return event;
        }
    }

    /** The frame as a tree of objects. */
    Event jacksonTree() throws IOException {
        JsonNode frame = mapper.readTree(bytes, 0, next());
        event.instrumentId(frame.get(0).asInt());
        JsonNode row = frame.get(1);
        for (int i = 0; i < FIELDS; i++) {
            put(i, row.get(i).doubleValue());
        }
        return frame.has(2) ? event.venueSequence(frame.get(2).longValue()) : event;
    }

    /** DSL-JSON, one reader for all frames. */
    Event dslJson() throws IOException {
        dslReader.process(bytes, next());
        dslReader.getNextToken();
        dslReader.getNextToken();
        event.instrumentId(NumberConverter.deserializeInt(dslReader));
        dslReader.getNextToken();
        dslReader.getNextToken();
        for (int i = 0; i < FIELDS; i++) {
            dslReader.getNextToken();
            put(i, NumberConverter.deserializeDouble(dslReader));
            dslReader.getNextToken();
        }
        if (dslReader.getNextToken() == ',') {
            dslReader.getNextToken();
            event.venueSequence(NumberConverter.deserializeLong(dslReader));
        }
        return event;
    }

    /** fastjson2, a reader for each frame, since it has no other way. */
    Event fastjson2() {
        try (JSONReader json = JSONReader.of(bytes, 0, next())) {
            json.nextIfArrayStart();
            event.instrumentId(json.readInt32Value());
            json.nextIfArrayStart();
            for (int i = 0; i < FIELDS; i++) {
                put(i, json.readDoubleValue());
            }
            json.nextIfArrayEnd();
            return json.nextIfArrayEnd() ? event : event.venueSequence(json.readInt64Value());
        }
    }
}
