/** Small strategies to look at and start from, found by their short names. Strategy thread. */
package io.hayate.strategy.sample;
