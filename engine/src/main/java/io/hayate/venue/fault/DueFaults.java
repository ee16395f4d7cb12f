package io.hayate.venue.fault;

import io.hayate.venue.rule.FaultKind;
import io.hayate.venue.rule.FaultPoint;

/** Says what shall go wrong now. */
interface DueFaults {
    /** False when nothing can be due at this point: the fast way past it. */
    boolean isOn(FaultPoint point);

    /** The rule that acts on this now, the last one of several; null for none. */
    ActiveFault due(FaultPoint point, FaultSubject subject);

    /** As the other, of rules of one kind alone. */
    ActiveFault due(FaultKind kind, FaultSubject subject);
}
