package io.hayate.codec;

/**
 * How frames are read.
 *
 * @param kind which reader has the first look at a frame
 * @param frameBytesMax largest text message that is read
 */
public record DecoderConfig(DecoderKind kind, int frameBytesMax) {}
