package io.hayate.replay;

import io.hayate.codec.ControlMessage;
import io.hayate.codec.FrameDecoder;
import io.hayate.codec.FrameKind;
import io.hayate.model.Instruments;
import io.hayate.recording.RecordedEntry;
import java.io.IOException;
import java.util.List;

/** Reads the events among the texts of a recording. One thread. */
final class ControlReader {
    private static final int FRAME_BYTES_MAX = 16 << 20;

    private final FrameDecoder decoder =
            new FrameDecoder(Instruments.of(List.of()), FRAME_BYTES_MAX);
    private final ControlMessage message = new ControlMessage();

    /** The event that a text is, valid until the next; null for data, and for what cannot be read. */
    ControlMessage read(RecordedEntry entry) {
        boolean isEvent = entry.textLength() > 0 && entry.text().getByte(entry.textOffset()) == '{';
        try {
            if (isEvent
                    && decoder.begin(entry.text(), entry.textOffset(), entry.textLength())
                            == FrameKind.CONTROL) {
                decoder.decodeControl(message);
                decoder.end();
                return message;
            }
        } catch (IOException | NumberFormatException e) {
            return null; // the path says so of it
        }
        return null;
    }
}
