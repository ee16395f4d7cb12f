/**
 * Formats in which others keep what Bitfinex sent: a line in, what it tells out. Reads no files, and
 * knows no entries: the room above makes those.
 */
package io.hayate.recording.foreign;
