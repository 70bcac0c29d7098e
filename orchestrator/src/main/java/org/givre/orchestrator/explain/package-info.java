/**
 * Explanations as JSON: of a plan in a file, with the ids and the field names of the exchange
 * format, and of the plan that an engine has adopted, with the store's names and the API's fields.
 * Both say the same in the same structure.
 */
@NullMarked
package org.givre.orchestrator.explain;

import org.jspecify.annotations.NullMarked;
