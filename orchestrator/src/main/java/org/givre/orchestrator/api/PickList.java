package org.givre.orchestrator.api;

import java.util.List;
import org.givre.orchestrator.api.JobRequest.AskedTube;

/**
 * The rows of a CSV pick list.
 *
 * @param rows lines of all rows, good and bad
 * @param items what the good rows ask for
 * @param errors what is wrong with the others
 * @param priority that rows name; the usual one where none does
 */
record PickList(
    List<Locus.Row> rows, List<AskedTube> items, List<ProblemError> errors, int priority) {
  PickList {
    rows = List.copyOf(rows);
    items = List.copyOf(items);
    errors = List.copyOf(errors);
  }
}
