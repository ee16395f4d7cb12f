package io.hayate.view.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/**
 * A terminal whose settings are left alone while another program is in its foreground: they are that
 * program's then. It is given back as it was when it first was ours.
 */
final class JobPty implements Pty {
    private final Pty pty;
    private final BooleanSupplier foreground;
    private Attributes before;

    JobPty(Pty pty, BooleanSupplier foreground) {
        this.pty = pty;
        this.foreground = foreground;
    }

    @Override
    public synchronized void setAttr(Attributes attributes) throws IOException {
        if (!foreground.getAsBoolean()) {
            return;
        }
        if (before == null) {
            before = pty.getAttr();
        }
        pty.setAttr(attributes);
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            if (before != null && foreground.getAsBoolean()) {
                pty.setAttr(
                        before); // the library restores what it saw first, maybe the shell's own
            }
        } finally {
            pty.close();
        }
    }

    @Override
    public Attributes getAttr() throws IOException {
        return pty.getAttr();
    }

    @Override
    public InputStream getMasterInput() throws IOException {
        return pty.getMasterInput();
    }

    @Override
    public OutputStream getMasterOutput() throws IOException {
        return pty.getMasterOutput();
    }

    @Override
    public InputStream getSlaveInput() throws IOException {
        return pty.getSlaveInput();
    }

    @Override
    public OutputStream getSlaveOutput() throws IOException {
        return pty.getSlaveOutput();
    }

    @Override
    public Size getSize() throws IOException {
        return pty.getSize();
    }

    @Override
    public void setSize(Size size) throws IOException {
        pty.setSize(size);
    }

    @Override
    public SystemStream getSystemStream() {
        return pty.getSystemStream();
    }

    @Override
    public TerminalProvider getProvider() {
        return pty.getProvider();
    }
}
