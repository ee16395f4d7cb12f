package io.hayate.recording.tool;

import io.hayate.codec.MarketType;
import io.hayate.recording.RecordedEntry;
import java.io.IOException;
import java.util.List;

/** Tells by the form of a frame what kind of channel it is of, where nothing else says so. */
final class FrameForm {
    static final String UNCLEAR = "";

    private static final int MS_DIGITS = 13; // from 2001 to 2286
    private static final int ORDER_DIGITS = 9; // no price has as many

    private FrameForm() {}

    /**
     * In at most 14 characters.
     *
     * @param type of a frame with a word; null of one without
     */
    static String of(RecordedEntry frame, MarketType type) {
        if (type == MarketType.CHECKSUM) {
            return "book";
        }
        try {
            List<List<String>> rows = FrameNumbers.rows(frame);
            if (rows.isEmpty() || type == MarketType.UNKNOWN) {
                return UNCLEAR;
            }
            return type == null ? ofData(rows.get(0)) : ofPrint(rows.get(0));
        } catch (IOException e) {
            return UNCLEAR; // who reads the frame tells what is wrong with it
        }
    }

    private static String ofPrint(List<String> row) {
        return row.size() > 4 ? "funding trades" : "trades";
    }

    private static String ofData(List<String> row) {
        String second = row.size() > 1 ? row.get(1) : "";
        if (row.get(0).equals("pos") || (isMs(row.get(0)) && second.equals("null"))) {
            return "status";
        } else if (isMs(second)) {
            return ofPrint(row);
        }
        return switch (row.size()) {
            case 3 -> isWhole(row.get(0), ORDER_DIGITS) ? "book, orders" : "book, levels";
            case 4 -> "funding book";
            case 6 -> isMs(row.get(0)) ? "candles" : UNCLEAR;
            case 10, 11 -> "ticker";
            default -> row.size() > 11 ? "funding ticker" : UNCLEAR;
        };
    }

    private static boolean isMs(String token) {
        return token.length() == MS_DIGITS && isWhole(token, MS_DIGITS);
    }

    private static boolean isWhole(String token, int digits) {
        return token.length() >= digits && token.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
