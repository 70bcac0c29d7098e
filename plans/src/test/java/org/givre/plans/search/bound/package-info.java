/** What the bounds rest on, tried against every possibility. */
@NullMarked
package org.givre.plans.search.bound;

import org.jspecify.annotations.NullMarked;
