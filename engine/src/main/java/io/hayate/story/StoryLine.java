package io.hayate.story;

/**
 * A line of a story.
 *
 * @param label one word: what it tells
 * @param text how, in words
 */
record StoryLine(String label, String text) {}
