package io.hayate.story;

import java.util.Map;

/** A record of the journal for programs. */
final class EventFields {
    private EventFields() {}

    static Map<String, Object> of(StoryEvent event) {
        FieldMap fields = new FieldMap().put("record", event.number());
        fields.put("type", event.type().name()).put("time", Clock.iso(event.timeMs()));
        fields.put("timeNs", event.timeNs()).put("run", event.run());
        event.fields().forEach(fields::put);
        return fields.map();
    }
}
