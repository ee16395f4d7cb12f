/**
 * What a person types into a view's console: the words of a command, what they ask for, and how they
 * may go on. Knows no terminal. Thread {@code console}.
 */
package io.hayate.view.command;
