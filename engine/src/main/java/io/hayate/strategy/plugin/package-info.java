/**
 * Finds the strategy that the settings name, among the samples and in plug-in jars, and gives it its
 * parameters. Starting thread; what runs it is left to {@code strategy}.
 */
package io.hayate.strategy.plugin;
