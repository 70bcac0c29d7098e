/** Tests of the package of the same name. */
@NullMarked
package org.givre.plans.explain;

import org.jspecify.annotations.NullMarked;
