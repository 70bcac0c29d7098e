/** Tests of the HTTP API over a bound server, with real jobs, racks, dewars and ports. */
@NullMarked
package org.givre.orchestrator.api;

import org.jspecify.annotations.NullMarked;
