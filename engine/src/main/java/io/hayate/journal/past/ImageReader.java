package io.hayate.journal.past;

import io.hayate.journal.CurrencyRecord;
import io.hayate.journal.HeldPart;
import io.hayate.journal.HoldingRecord;
import io.hayate.number.ExactSum;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/** Reads what an {@link ImageWriter} has written. One thread, before the start. */
final class ImageReader {
    private static final int COUNT_MAX = 1 << 20;

    private final DataInputStream in;

    ImageReader(byte[] bytes) {
        in = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    long number() throws IOException {
        return in.readLong();
    }

    /**
     * A number of things that follow.
     *
     * @throws IOException when it can be none
     */
    int count() throws IOException {
        long count = number();
        if (count < 0 || count > COUNT_MAX) {
            throw new IOException("no count: " + count);
        }
        return (int) count;
    }

    /** A text, or null. */
    String text() throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    /**
     * Bytes, of which there must be so many.
     *
     * @throws IOException when there are others
     */
    byte[] bytes(int wanted) throws IOException {
        int length = in.readInt();
        if (length != wanted) {
            throw new IOException("of another length: " + length);
        }
        byte[] value = new byte[length];
        in.readFully(value);
        return value;
    }

    ExactSum sum() throws IOException {
        long high = number();
        return new ExactSum().set(high, number());
    }

    double decimal() throws IOException {
        return in.readDouble();
    }

    HeldPart held() throws IOException {
        UnsafeBuffer memory = new UnsafeBuffer(new byte[HoldingRecord.lengthMax()]);
        HeldPart part = new HoldingRecord().wrap(memory, 0, 0).held();
        long units = number();
        long fills = number();
        part.amounts(units, fills, number());
        double mark = decimal();
        part.marked(mark, number());
        ExactSum cost = sum();
        ExactSum realised = sum();
        ExactSum baseFees = sum();
        return part.putSums(cost, realised, baseFees, sum()).putFees(sum());
    }

    CurrencyRecord currency() throws IOException {
        UnsafeBuffer memory = new UnsafeBuffer(new byte[CurrencyRecord.lengthMax()]);
        String name = text();
        CurrencyRecord record = new CurrencyRecord().wrap(memory, 0, (int) number());
        long day = number();
        record.day(day, decimal()).putFees(sum()).isLossReached((int) number());
        boolean hasWallet = number() == 1;
        long walletUnits = number();
        long bookUnits = number();
        return (hasWallet ? record.wallet(walletUnits, bookUnits) : record).currency(name);
    }

    /** Numbers by name, in their order. */
    void numbers(Map<String, Long> into) throws IOException {
        for (int i = count(); i > 0; i--) {
            String name = text();
            into.put(name, number());
        }
    }
}
