package io.hayate.view.web.server;

import java.util.Map;

/**
 * What was asked, of somebody who may ask it.
 *
 * @param isPost false for GET and HEAD
 * @param path decoded, from {@code /} on
 * @param parameters of the query, the first of each name, decoded
 * @param body of a POST, as UTF-8
 * @param accept the header of that name: forms of an answer that are wanted; empty for none
 * @param asker where from, in words for a journal: {@code 127.0.0.1}
 */
public record WebRequest(
        boolean isPost,
        String path,
        Map<String, String> parameters,
        String body,
        String accept,
        String asker) {}
