/**
 * What our fills have come to: positions, their cost, profit and fees, and what they are worth at the
 * last healthy price. The strategy thread writes, any thread reads. Uses numbers alone; who feeds it
 * decides what counts.
 */
package io.hayate.portfolio;
