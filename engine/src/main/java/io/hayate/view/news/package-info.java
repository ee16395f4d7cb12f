/** Says what each line that a view shows is about, for whoever hears of it besides. View thread. */
package io.hayate.view.news;
