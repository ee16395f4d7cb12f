package io.hayate.recording.export;

/**
 * When something happened, in microseconds since 1970 UTC.
 *
 * @param venueUs by the exchange; {@code localUs} where it has not told
 * @param localUs of receipt
 */
record ExportTime(long venueUs, long localUs) {}
