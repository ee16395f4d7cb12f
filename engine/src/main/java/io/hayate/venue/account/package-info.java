/**
 * Accounts: their keys, their wallets, who is in them, and the frames that tell of it.
 */
package io.hayate.venue.account;
