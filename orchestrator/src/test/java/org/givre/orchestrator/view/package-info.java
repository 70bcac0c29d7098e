/** Tests of the read models, with a small store and a journal made by hand. */
@NullMarked
package org.givre.orchestrator.view;

import org.jspecify.annotations.NullMarked;
