/** The planner against the judge, against hand-made cases and against generated stores. */
@NullMarked
package org.givre.plans.search;

import org.jspecify.annotations.NullMarked;
