/**
 * What has come of a run, in words for people and fields for programs: the same of an engine in this process,
 * of one in another, and of one that has ended.
 */
package io.hayate.view.summary;
