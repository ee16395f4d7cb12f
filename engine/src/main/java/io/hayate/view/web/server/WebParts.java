package io.hayate.view.web.server;

/**
 * What all connections share.
 *
 * @param slow makes the answers that may take their time
 */
record WebParts(
        WebRoutes routes,
        WebSessions sessions,
        EventFeed feed,
        SlowAnswers slow,
        OpenConnections connections) {}
