package io.hayate.view.text;

import io.hayate.model.Side;
import org.jline.utils.AttributedStyle;

/**
 * What colours mean, in the few that can be read on a dark and on a light background. A colour only
 * repeats what a word or a sign says.
 */
public final class Paint {
    public static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    static final AttributedStyle GOOD = PLAIN.foreground(AttributedStyle.GREEN);
    public static final AttributedStyle DOWN = PLAIN.foreground(AttributedStyle.RED);
    static final AttributedStyle BAD = DOWN.bold();
    static final AttributedStyle DOUBT = PLAIN.foreground(AttributedStyle.MAGENTA).bold();
    public static final AttributedStyle OLD = PLAIN.faint();
    public static final AttributedStyle TITLE = PLAIN.bold();

    /** Style of what nobody may overlook: an order that may or may not live. */
    static final AttributedStyle ALARM = BAD.inverse();

    private Paint() {}

    static AttributedStyle of(Side side) {
        return side == Side.BUY ? GOOD : DOWN;
    }

    /** Style of a gain or a loss; what is neither has no colour. */
    static AttributedStyle ofSign(double value) {
        return value > 0 ? GOOD : value < 0 ? DOWN : PLAIN;
    }
}
