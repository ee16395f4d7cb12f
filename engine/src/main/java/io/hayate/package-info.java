/** The entry point. Everything else lives in the packages below, one a stage of a frame's path. */
package io.hayate;
