package org.givre.orchestrator.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.givre.orchestrator.api.JobRequest.AskedTube;
import org.givre.orchestrator.job.JobSpec.TubeRequest;

/**
 * Rows of a pick list that a job leaves out. They can be told from the list and the job alone, so
 * that a repeated submission is answered with the same ones; why a row was left out is looked up,
 * and may be another reason by then.
 */
final class SkippedRows {
  private SkippedRows() {}

  /** Writes them, each with what is wrong with it. */
  static void write(
      SubmissionDraft draft, List<TubeRequest> served, List<ProblemError> errors, ArrayNode json) {
    Map<Locus, ProblemError> byRow = new HashMap<>();
    errors.forEach(error -> byRow.putIfAbsent(error.at(), error));
    for (var row : leftOut(draft, served)) {
      var error = Optional.ofNullable(byRow.get(row)).orElseGet(() -> unexplained(row));
      Problems.write(error, json.addObject());
    }
  }

  private static List<Locus> leftOut(SubmissionDraft draft, List<TubeRequest> served) {
    var left = new ArrayList<>(draft.places());
    var next = 0;
    for (AskedTube item : draft.request().items()) {
      if (next < served.size() && served.get(next).asked().equals(item.asked())) {
        left.remove(item.at());
        next++;
      }
    }
    return left;
  }

  private static ProblemError unexplained(Locus row) {
    return new ProblemError(
        row, ProblemCode.ROWS_INVALID, "The row could not be taken when the job was made.");
  }
}
