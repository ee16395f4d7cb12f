package io.hayate.recording.export;

/** What a recording is exported as. */
public enum ExportFormat {
    /** Tables of trades, quotes and changes of books, in the columns that tardis publishes. */
    CSV,
    /** An array of events a pair, as hftbacktest reads them. */
    NPY;

    /** The format of this name; null for none. */
    public static ExportFormat of(String word) {
        for (ExportFormat each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return null;
    }

    /** As options say it. */
    public String word() {
        return this == CSV ? "csv" : "npy";
    }
}
