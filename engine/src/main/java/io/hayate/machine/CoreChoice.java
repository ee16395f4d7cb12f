package io.hayate.machine;

/**
 * On which core a trading thread is to run.
 *
 * @param core its number, or what {@link #OFF} and {@link #LAST} have in its place
 */
public record CoreChoice(int core) {
    /** On any: the system decides. */
    public static final CoreChoice OFF = new CoreChoice(-1);

    /** On the last core that this process may use and that the other thread does not have. */
    public static final CoreChoice LAST = new CoreChoice(-2);

    public static final String RULE = "must be off, last or the number of a core";

    /** True for a core that was named by its number. */
    public boolean isNumber() {
        return core >= 0;
    }

    /** Reads a setting; throws an {@code IllegalArgumentException} when it is none. */
    public static CoreChoice parse(String text) {
        return switch (text) {
            case "off" -> OFF;
            case "last" -> LAST;
            default -> new CoreChoice(Integer.parseUnsignedInt(text));
        };
    }

    @Override
    public String toString() {
        return isNumber() ? Integer.toString(core) : equals(OFF) ? "off" : "last";
    }
}
