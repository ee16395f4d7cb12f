package io.hayate.recording.line;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of file names with numbers by their value: {@code feed.9} stands before {@code feed.10}. */
public final class FileNameOrder implements Comparator<Path> {
    private static final Pattern PART = Pattern.compile("\\d+|\\D+");

    @Override
    public int compare(Path left, Path right) {
        String leftName = left.getFileName().toString();
        String rightName = right.getFileName().toString();
        Matcher leftParts = PART.matcher(leftName);
        Matcher rightParts = PART.matcher(rightName);
        while (leftParts.find()) {
            int order = rightParts.find() ? comparePart(leftParts.group(), rightParts.group()) : 1;
            if (order != 0) {
                return order;
            }
        }
        return rightParts.find() ? -1 : leftName.compareTo(rightName);
    }

    private static int comparePart(String left, String right) {
        boolean isNumbers = Character.isDigit(left.charAt(0)) && Character.isDigit(right.charAt(0));
        return isNumbers
                ? new BigInteger(left).compareTo(new BigInteger(right))
                : left.compareTo(right);
    }
}
