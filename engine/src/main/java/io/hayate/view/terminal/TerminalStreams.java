package io.hayate.view.terminal;

import io.hayate.news.NewsSink;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jline.nativ.CLibrary;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.PosixSysTerminal;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.OSUtils;

/** Standard input and output, and the terminal behind them if there is one. */
public final class TerminalStreams {
    private static final String PROVIDER = "jni";
    private static final int STDOUT = 1;
    private static final int STDERR = 2;

    private final InputStream in;
    private final OutputStream out;
    private final Charset charset;
    private final Supplier<Size> size;
    private final Terminal terminal;
    private final Page page;
    private final BooleanSupplier foreground;
    private final NewsSink news;

    /**
     * Streams of any kind.
     *
     * @param size the size of the screen that shows {@code out}; null when lines alone may be
     *     written to it
     * @param terminal a terminal that a prompt can be on; null for none
     * @param page lays out what is written to {@code out}
     */
    TerminalStreams(
            InputStream in,
            OutputStream out,
            Charset charset,
            Supplier<Size> size,
            Terminal terminal,
            Page page) {
        foreground = () -> true;
        news = NewsSink.NONE;
        this.in = in;
        this.out = out;
        this.charset = charset;
        this.size = size;
        this.terminal = terminal;
        this.page = page;
    }

    private TerminalStreams(TerminalStreams from, BooleanSupplier foreground, NewsSink news) {
        in = from.in;
        out = from.out;
        charset = from.charset;
        size = from.size;
        terminal = from.terminal;
        page = from.page;
        this.foreground = foreground;
        this.news = news;
    }

    /** The same on a terminal that a shell may take away: {@code ours} tells when it is there. */
    TerminalStreams sharedBy(BooleanSupplier ours) {
        return new TerminalStreams(this, ours, news);
    }

    /** The same, of which others hear, too: each line that the view makes. */
    public TerminalStreams heardBy(NewsSink others) {
        return new TerminalStreams(this, foreground, others);
    }

    /**
     * Those of the process. With a prompt, and when both are a terminal, that terminal is opened:
     * {@link TerminalView#close} gives it back.
     *
     * @param isInputGiven false when standard input was closed at the start: it is read as empty
     */
    public static TerminalStreams system(boolean prompt, boolean isInputGiven) {
        Foreground.ignoreStops();
        Foreground ours = new Foreground();
        InputStream in = isInputGiven ? System.in : InputStream.nullInputStream();
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        Supplier<Size> told = OSUtils.IS_WINDOWS ? null : TerminalStreams::sizeOfOutput;
        if (!isTerminal(SystemStream.Output)) {
            Page lines = new Page(told, false); // a terminal that is dumb has a width all the same
            return new TerminalStreams(in, out, systemCharset(), null, null, lines).sharedBy(ours);
        }
        boolean hasColors = Colors.areWanted(System.getenv());
        if (prompt && isInputGiven && isTerminal(SystemStream.Input)) {
            Terminal terminal = open(ours);
            if (terminal != null) {
                Page page = new Page(told == null ? terminal::getSize : told, hasColors);
                return new TerminalStreams(
                                in, out, systemCharset(), terminal::getSize, terminal, page)
                        .sharedBy(ours);
            }
        }
        Page page = new Page(told, hasColors);
        return new TerminalStreams(in, out, systemCharset(), told, null, page).sharedBy(ours);
    }

    private static boolean isTerminal(SystemStream stream) {
        String type = System.getenv("TERM");
        boolean dumb = !OSUtils.IS_WINDOWS && (type == null || type.startsWith("dumb"));
        try {
            return !dumb && TerminalProvider.load(PROVIDER).isSystemStream(stream);
        } catch (IOException | LinkageError e) {
            return false; // no native code for this machine: lines alone
        }
    }

    private static Terminal open(Foreground ours) {
        try {
            if (!OSUtils.IS_WINDOWS
                    && TerminalProvider.load(PROVIDER) instanceof JniTerminalProvider provider) {
                return open(new JobPty(provider.current(SystemStream.Output), ours));
            }
            return TerminalBuilder.builder()
                    .system(true)
                    .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                    .provider(PROVIDER)
                    .dumb(false)
                    .nativeSignals(false)
                    .build();
        } catch (IOException | IllegalStateException e) {
            return null; // as above
        }
    }

    private static Terminal open(JobPty pty) throws IOException {
        return new PosixSysTerminal(
                "hayate",
                System.getenv("TERM"),
                pty,
                systemCharset(),
                false,
                Terminal.SignalHandler.SIG_DFL);
    }

    private static Size sizeOfOutput() {
        return sizeOf(STDOUT);
    }

    /** That of the terminal behind standard error, 0 by 0 where it tells none; null for no terminal. */
    static Size sizeOfErrors() {
        try {
            boolean isTerminal = TerminalProvider.load(PROVIDER).isSystemStream(SystemStream.Error);
            return !isTerminal ? null : OSUtils.IS_WINDOWS ? new Size() : sizeOf(STDERR);
        } catch (IOException | LinkageError e) {
            return null; // no native code for this machine
        }
    }

    private static Size sizeOf(int descriptor) {
        CLibrary.WinSize told = new CLibrary.WinSize();
        try {
            CLibrary.ioctl(descriptor, CLibrary.TIOCGWINSZ, told);
        } catch (LinkageError e) {
            return new Size(); // no native code for this machine
        }
        return new Size(told.ws_col, told.ws_row); // 0 and 0 of what is no terminal
    }

    private static Charset systemCharset() {
        return charset("stdout.encoding", "native.encoding");
    }

    /** The first that one of these system properties names. */
    static Charset charset(String... keys) {
        for (String key : keys) {
            String name = System.getProperty(key);
            if (name != null && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return Charset.defaultCharset();
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    Charset charset() {
        return charset;
    }

    Supplier<Size> size() {
        return size;
    }

    Terminal terminal() {
        return terminal;
    }

    Page page() {
        return page;
    }

    /** Whether the terminal is ours now. */
    BooleanSupplier foreground() {
        return foreground;
    }

    /** Who hears of the lines besides. */
    NewsSink news() {
        return news;
    }
}
