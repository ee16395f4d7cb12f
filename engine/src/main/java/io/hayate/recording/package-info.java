/**
 * Recordings: what trading threads saw and sent, in files, and files of others in the same shape.
 * The files are written by a thread of their own and read by anybody; a reader holds one line at a
 * time. Knows no session and no strategy: who replays makes sense of the entries.
 */
package io.hayate.recording;
