/**
 * The public channels: one feed for each thing that can be subscribed, which writes a row once for all
 * who listen.
 */
package io.hayate.venue.feed;
