package io.hayate.news;

/** How grave a piece of news is. */
public enum NewsLevel {
    /** Each frame, where all traffic is shown. */
    TRACE,
    /** As it should be. */
    INFO,
    /** A person may want to look. */
    WARN,
    /** A person must look. */
    ERROR
}
