/** Tests of when work goes and when it waits. */
@NullMarked
package org.givre.plans.company;

import org.jspecify.annotations.NullMarked;
