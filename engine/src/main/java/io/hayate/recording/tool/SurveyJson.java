package io.hayate.recording.tool;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Printable;
import io.hayate.recording.EntryKind;
import java.io.IOException;
import java.io.StringWriter;

/** What a survey came to, as one JSON object on one line. */
final class SurveyJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private SurveyJson() {}

    static String of(RecordingSurvey survey) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            head(json, survey);
            json.writeArrayFieldStart("channels");
            for (ChannelSums each : survey.hearing().channels()) {
                channel(json, each);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("unnamed");
            for (UnnamedChannel each : survey.hearing().frames().unnamed()) {
                unnamed(json, each);
            }
            json.writeEndArray();
            findings(json, survey.findings());
            json.writeEndObject();
        }
        return Printable.json(text.toString());
    }

    private static void head(JsonGenerator json, RecordingSurvey survey) throws IOException {
        json.writeStringField("recording", survey.recording().toString());
        json.writeStringField("format", survey.format().words());
        json.writeNumberField("files", survey.files());
        json.writeNumberField("connections", survey.hearing().opened());
        json.writeStringField("from", time(survey, survey.firstUs()));
        json.writeStringField("to", time(survey, survey.lastUs()));
        json.writeObjectFieldStart("entries");
        for (EntryKind kind : EntryKind.values()) {
            if (kind != EntryKind.RECORDING) {
                json.writeNumberField(kind.wireName(), survey.count(kind));
            }
        }
        json.writeEndObject();
        FrameHearing frames = survey.hearing().frames();
        json.writeNumberField("heartbeats", frames.heartbeats());
        json.writeNumberField("events", frames.control());
        json.writeNumberField("accountFrames", frames.account());
    }

    private static String time(RecordingSurvey survey, long us) {
        return survey.isEmpty() ? null : RecordedTime.instant(us).toString();
    }

    private static void channel(JsonGenerator json, ChannelSums sums) throws IOException {
        ChannelSpec spec = sums.spec();
        json.writeStartObject();
        json.writeStringField("channel", spec.channel().wireName());
        json.writeStringField("symbol", spec.symbol());
        json.writeStringField("key", spec.key());
        json.writeStringField("precision", spec.precision() == null ? "" : spec.precision().name());
        json.writeNumberField("length", spec.length());
        json.writeNumberField("frames", sums.frames());
        json.writeNumberField("perSecond", Math.round(sums.rate() * 1_000) / 1_000.0);
        json.writeObjectFieldStart("checksums");
        json.writeNumberField("passed", sums.agreed());
        json.writeNumberField("failed", sums.failed());
        json.writeNumberField("skipped", sums.skipped());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void unnamed(JsonGenerator json, UnnamedChannel channel) throws IOException {
        json.writeStartObject();
        json.writeNumberField("chanId", channel.id());
        json.writeNumberField("connection", channel.connection());
        json.writeNumberField("frames", channel.frames());
        json.writeNumberField("perSecond", Math.round(channel.rate() * 1_000) / 1_000.0);
        json.writeStringField("looksLike", channel.form());
        json.writeEndObject();
    }

    private static void findings(JsonGenerator json, Findings findings) throws IOException {
        json.writeObjectFieldStart("findings");
        for (Flaw each : Flaw.values()) {
            json.writeNumberField(each.words(), findings.count(each));
        }
        json.writeEndObject();
        json.writeArrayFieldStart("found");
        for (Findings.Found each : findings.kept()) {
            json.writeStartObject();
            json.writeStringField("finding", each.finding().words());
            json.writeStringField("place", each.place());
            json.writeStringField("text", each.words());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
