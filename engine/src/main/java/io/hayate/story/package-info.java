/**
 * What a journal tells of orders, for people and for programs: the whole story of one order, a list of
 * them, what was traded. Reads files alone: an engine that writes them meanwhile is not disturbed. No
 * trading thread; allocates.
 */
package io.hayate.story;
