/**
 * Numbers and their texts: decimals read correctly rounded and written with the fewest digits that
 * read back the same, and exact units of money. For every thread and every package; uses none.
 */
package io.hayate.number;
