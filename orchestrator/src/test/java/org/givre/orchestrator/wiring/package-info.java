/** Tests of what an engine is made of and of what it keeps on disk. */
@NullMarked
package org.givre.orchestrator.wiring;

import org.jspecify.annotations.NullMarked;
