/** Finds retrieval plans of least warm exposure, and bounds on what any plan can reach. */
@NullMarked
package org.givre.plans.search;

import org.jspecify.annotations.NullMarked;
