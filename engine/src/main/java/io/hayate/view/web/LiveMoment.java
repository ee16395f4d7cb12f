package io.hayate.view.web;

/**
 * How a run stands at one moment, for the charts of its whole time.
 *
 * @param currency the first that anything was traded in; empty before
 * @param equity what the fills in it have brought, fees and what is held included; NaN while it is not known
 * @param ringDepth events that wait in the ring
 * @param ringAgeUs how long the oldest of them has waited, in us
 */
public record LiveMoment(String currency, double equity, long ringDepth, long ringAgeUs) {}
