package io.hayate.recording;

/** Formats of recordings that are read; the first is written, too. */
public enum RecordingFormat {
    /** That of Hayate, which has all there is. */
    HAYATE("hayate"),
    /** Raw data of tardis.dev. */
    TARDIS("tardis"),
    /** Raw data of cryptofeed. */
    CRYPTOFEED("cryptofeed"),
    /** Frames, one a line, without times. */
    FRAMES("frames");

    private final String words;

    RecordingFormat(String words) {
        this.words = words;
    }

    /** For people: whose it is. */
    public String words() {
        return words;
    }
}
