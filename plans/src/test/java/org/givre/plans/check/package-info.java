/** Tests of the judge of plans. */
@NullMarked
package org.givre.plans.check;

import org.jspecify.annotations.NullMarked;
