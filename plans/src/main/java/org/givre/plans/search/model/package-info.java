/**
 * The planning problem with dense indices in place of ids, as the search reads it: millions of
 * times a second.
 *
 * <p>Everything here is compiled once per plan from an {@link org.givre.plans.instance.Instance}
 * and never changes afterwards. Lists per level start at index 1, because level 1 is the top box.
 * Fields are public and final: they are read in inner loops, and there is nothing to protect.
 */
@NullMarked
package org.givre.plans.search.model;

import org.jspecify.annotations.NullMarked;
