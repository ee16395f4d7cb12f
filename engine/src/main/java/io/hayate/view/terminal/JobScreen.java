package io.hayate.view.terminal;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jline.utils.AttributedString;

/**
 * A screen that a shell may take away and give back: in the background whole lines alone are written,
 * and nothing is drawn or rewritten. Each change is told. View thread.
 */
final class JobScreen implements Screen {
    static final String AWAY =
            "hayate runs on in the background, without a prompt: fg brings it back";
    static final String BACK = "hayate is in the foreground again";

    private static final long LOOK_NS = 250_000_000;

    private final Screen screen;
    private final Output output;
    private final BooleanSupplier foreground;
    private boolean isAway;
    private boolean isToldAway;
    private boolean hasLooked;
    private long lookedNs;

    JobScreen(Screen screen, Output output, BooleanSupplier foreground) {
        this.screen = screen;
        this.output = output;
        this.foreground = foreground;
    }

    @Override
    public void print(List<AttributedString> lines) {
        look();
        if (isAway) {
            lines.forEach(line -> output.write(line + "\n"));
        } else {
            screen.print(lines);
        }
    }

    @Override
    public void showTickers(long nowNs) {
        if (!hasLooked || nowNs - lookedNs >= LOOK_NS) {
            lookedNs = nowNs;
            tellAway();
            look();
        }
        if (!isAway) {
            screen.showTickers(nowNs);
        }
    }

    /** A look later than it was seen: by then the prompt has been taken down. */
    private void tellAway() {
        if (isAway && !isToldAway) {
            isToldAway = true;
            output.write(AWAY + "\n");
        }
    }

    private void look() {
        hasLooked = true;
        boolean was = isAway;
        isAway = !foreground.getAsBoolean();
        if (isAway && !was) {
            isToldAway = false;
            screen.leave();
        } else if (was && !isAway) {
            screen.print(List.of(new AttributedString(BACK)));
        }
    }

    @Override
    public void leave() {
        screen.leave();
    }

    @Override
    public void close() {
        look();
        if (!isAway) {
            screen.close();
        }
    }
}
