/**
 * Recordings as files that programs of others read: tables of text, and arrays of numbers. One thread.
 */
package io.hayate.recording.export;
