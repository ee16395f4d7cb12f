package io.hayate.latency;

import java.util.List;
import java.util.Map;

/**
 * What a trial brought.
 *
 * @param figures by the names of the steps
 * @param clientWords the last lines of what the client said
 */
record Outcome(Map<String, StepFigures> figures, List<String> clientWords) {}
