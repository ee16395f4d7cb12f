package io.hayate.books;

import io.hayate.portfolio.DayProfit;
import io.hayate.portfolio.Portfolio;

/**
 * What is kept of the account, or of one strategy.
 *
 * @param portfolio what its fills have come to
 * @param day what its day has brought
 * @param losses in which currencies that was less than it may be
 */
public record BookSums(Portfolio portfolio, DayProfit day, DayLosses losses) {}
