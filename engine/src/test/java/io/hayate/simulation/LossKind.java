package io.hayate.simulation;

/** How a connection ends, or its client. */
enum LossKind {
    /** The socket is cut, and both know it. */
    CUT,
    /** The venue is heard no more. */
    SILENT,
    /** The venue asks for a new connection: 20051. */
    ASKED,
    /** The process ends at once, and another is started. */
    KILLED
}
