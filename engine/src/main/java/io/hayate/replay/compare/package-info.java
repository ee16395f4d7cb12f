/** What was sent and decided, when it was recorded and now: held against each other. One thread. */
package io.hayate.replay.compare;
