/**
 * Accounts: their wallets, what clients ask of them, the matching of their orders, and the frames that
 * tell of it.
 */
package io.hayate.venue.account;
