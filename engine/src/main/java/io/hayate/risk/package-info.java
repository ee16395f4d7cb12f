/**
 * What stands between a decision and the socket: limits that every order of ours is checked
 * against, on the strategy thread, without allocation. Knows no orders, only numbers.
 */
package io.hayate.risk;
