package io.hayate.venue;

/** What follows the answer to a request ({@code on-req} and so on) under SEQ_ALL: sources disagree. */
public enum RequestNumbers {
    /** The number of the connection alone: a frame that a user recorded. */
    CONNECTION,
    /** Behind a success also the last number of the account: the official audit. */
    BOTH,
    /** The last number of the account alone; none of the connection is used up: official clients. */
    ACCOUNT
}
