/** Tests of the exchange files, and the public instances for whoever tests on them. */
@NullMarked
package org.givre.orchestrator.planfile;

import org.jspecify.annotations.NullMarked;
