package io.hayate.recording;

/** Formats of recordings that are read; one is written. */
public enum RecordingFormat {
    /** That of Hayate, which has all there is. */
    HAYATE("hayate");

    private final String words;

    RecordingFormat(String words) {
        this.words = words;
    }

    /** For people: whose it is. */
    public String words() {
        return words;
    }
}
