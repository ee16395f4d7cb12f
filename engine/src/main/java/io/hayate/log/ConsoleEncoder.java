package io.hayate.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import io.hayate.model.Printable;
import java.nio.charset.Charset;

/** What a library says, as a person reads it on standard error: {@code [main] WARN io.netty.Name - text}. */
final class ConsoleEncoder extends EncoderBase<ILoggingEvent> {
    @Override
    public byte[] encode(ILoggingEvent event) {
        String line =
                "["
                        + event.getThreadName()
                        + "] "
                        + event.getLevel()
                        + " "
                        + event.getLoggerName()
                        + " - "
                        + Printable.lines(LibraryAppender.textOf(event))
                        + System.lineSeparator();
        return line.getBytes(Charset.defaultCharset());
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}
