package io.hayate.view.terminal;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A terminal of so many columns that applies the control sequences it gets, and shows what a person
 * would see. It never scrolls away, wraps lines again when its width changes, and fails on a
 * sequence that it does not know.
 */
final class FakeScreen extends OutputStream {
    private static final long TIMEOUT_S = 30;

    private final List<Row> rows = new ArrayList<>(List.of(new Row()));
    private final StringBuilder sequence = new StringBuilder();
    private int columns;
    private int row;
    private int column;
    private boolean isInSequence;
    private String shown = "";

    private static final class Row {
        private final StringBuilder text = new StringBuilder();
        private boolean continues; // on the next row, because the line was too long
    }

    FakeScreen(int columns) {
        this.columns = columns;
    }

    /**
     * What stood on the screen at the last flush, without spaces at the end of lines and empty lines
     * below: a drawing is seen whole or not at all.
     */
    synchronized String text() {
        return shown;
    }

    @Override
    public synchronized void flush() {
        shown = render();
        notifyAll();
    }

    private String render() {
        String all =
                rows.stream()
                        .map(line -> line.text.toString().stripTrailing())
                        .collect(Collectors.joining("\n"));
        return all.stripTrailing();
    }

    /** Waits until the screen is as wanted. */
    synchronized void await(Predicate<String> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_S);
        while (!wanted.test(text())) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("the screen still shows:\n" + text());
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Wraps every line anew, as terminals do; the cursor stays with its character. */
    synchronized void resize(int newColumns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int cursorLine = 0;
        int cursorAt = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (i == row) {
                cursorLine = lines.size();
                cursorAt = line.length() + column;
            }
            line.append(rows.get(i).text);
            if (!rows.get(i).continues) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
        }
        columns = newColumns;
        rows.clear();
        for (int i = 0; i < lines.size(); i++) {
            if (i == cursorLine) {
                row = rows.size() + cursorAt / columns;
                column = cursorAt % columns;
            }
            wrap(lines.get(i));
        }
        ensureRow();
        shown = render();
    }

    private void wrap(String line) {
        int at = 0;
        do {
            Row part = new Row();
            part.text.append(line, at, Math.min(line.length(), at + columns));
            at += columns;
            part.continues = at < line.length();
            rows.add(part);
        } while (at < line.length());
    }

    @Override
    public synchronized void write(int b) {
        char c = (char) (b & 0xff);
        if (isInSequence) {
            sequence.append(c);
            endSequence(c);
        } else {
            put(c);
        }
    }

    private void put(char c) {
        switch (c) {
            case '\033' -> isInSequence = true;
            case '\r' -> column = 0;
            case '\n' -> {
                row++;
                column = 0;
                ensureRow();
            }
            case '\b' -> column = Math.max(0, column - 1);
            case '\007' -> {}
            default -> print(c);
        }
    }

    private void print(char c) {
        if (c < ' ') {
            throw new AssertionError("control character " + (int) c);
        }
        if (column == columns) {
            rows.get(row).continues = true;
            row++;
            column = 0;
            ensureRow();
        }
        StringBuilder text = current(column + 1);
        text.setCharAt(column++, c);
    }

    private void ensureRow() {
        while (rows.size() <= row) {
            rows.add(new Row());
        }
    }

    private StringBuilder current(int length) {
        StringBuilder text = rows.get(row).text;
        while (text.length() < length) {
            text.append(' ');
        }
        return text;
    }

    private void endSequence(char last) {
        boolean isLong = sequence.charAt(0) == '[';
        if (isLong && (sequence.length() == 1 || last < '@')) {
            return;
        }
        String body = isLong ? sequence.substring(1, sequence.length() - 1) : "";
        isInSequence = false;
        sequence.setLength(0);
        if (isLong) {
            apply(last, body.matches("\\d+") ? Integer.parseInt(body) : -1);
        } else if (last != '=' && last != '>') {
            throw new AssertionError("unknown sequence ESC " + last);
        }
    }

    private void apply(char command, int told) {
        int count = Math.max(1, told);
        switch (command) {
            case 'A' -> row = Math.max(0, row - count);
            case 'C' -> column = Math.min(columns - 1, column + count);
            case 'D' -> column = Math.max(0, Math.min(column, columns - 1) - count);
            case 'K' -> current(column).setLength(column);
            case 'J' -> clearBelow();
            case 'P' -> current(column + count).delete(column, column + count);
            case '@' -> current(column).insert(column, " ".repeat(count));
            case 'h', 'l', 'm' -> {} // modes and colours
            default -> throw new AssertionError("unknown sequence ESC [ " + told + command);
        }
    }

    private void clearBelow() {
        current(column).setLength(column);
        rows.get(row).continues = false;
        rows.subList(row + 1, rows.size()).clear();
    }
}
