/** The vocabulary of a store: what stands where, and what the machine is made of. */
@NullMarked
package org.givre.plans.store;

import org.jspecify.annotations.NullMarked;
