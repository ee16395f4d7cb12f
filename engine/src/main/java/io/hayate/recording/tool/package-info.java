/**
 * What is asked about recordings, and made of them: what they hold, whether they are whole, parts of
 * them, several as one. Reads frames by the codec, and keeps books of their texts, as the exchange's
 * checksums are taken of those. Any thread; allocates.
 */
package io.hayate.recording.tool;
