/** Lifts of one rack, tried against every possibility. */
@NullMarked
package org.givre.plans.search.rack;

import org.jspecify.annotations.NullMarked;
