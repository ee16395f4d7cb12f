package io.hayate.codec;

/** Which of two readers has the first look at a frame. Both read the same out of every one. */
public enum DecoderKind {
    /** The scanner, for rows of numbers; what it declines goes to the parser. */
    SCANNER,
    /** The parser reads every frame: several times slower, to compare with. */
    JACKSON
}
