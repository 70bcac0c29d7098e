/** Tests of exposure. */
@NullMarked
package org.givre.plans.exposure;

import org.jspecify.annotations.NullMarked;
