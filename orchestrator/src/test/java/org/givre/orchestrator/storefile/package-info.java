/** Tests of reading store files. */
@NullMarked
package org.givre.orchestrator.storefile;

import org.jspecify.annotations.NullMarked;
