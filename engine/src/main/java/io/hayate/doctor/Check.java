package io.hayate.doctor;

/** Looks at one thing and says whether it is as trading wants it. */
interface Check {
    /** One word that names it in every release, for scripts. */
    String name();

    Finding examine();
}
