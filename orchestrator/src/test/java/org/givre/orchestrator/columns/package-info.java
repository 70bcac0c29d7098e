/** Tests of columns. */
@NullMarked
package org.givre.orchestrator.columns;

import org.jspecify.annotations.NullMarked;
