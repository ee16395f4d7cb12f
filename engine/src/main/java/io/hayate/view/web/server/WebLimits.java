package io.hayate.view.web.server;

/**
 * How much of the server others may take.
 *
 * @param connections that are open at once
 * @param requestMs until a request is whole, and until the answer to it is taken
 */
record WebLimits(int connections, long requestMs) {
    static final WebLimits DEFAULTS = new WebLimits(128, 10_000);
}
