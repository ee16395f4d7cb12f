package io.hayate.latency;

import java.util.List;

/**
 * A client that meets the venue once a round.
 *
 * @param label in tables, unique
 * @param base label of the trial whose figures of the same round are its measure
 * @param venueSleeps true where a spinning venue would take the core of a hot thread
 * @param symbols tickers on the connection
 */
record Trial(
        String label,
        String base,
        Client client,
        boolean venueSleeps,
        int symbols,
        List<Step> steps) {}
