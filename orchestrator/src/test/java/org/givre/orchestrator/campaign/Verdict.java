package org.givre.orchestrator.campaign;

import java.util.ArrayList;
import java.util.List;

/** Compares what an engine believes and has promised with what is so, when all work is done. */
final class Verdict {
  private Verdict() {}

  /** Every difference in words; none if all is as it should be. */
  static List<String> of(ApiClient api, Truth truth, Testimony from) throws NoAnswer {
    var differences = new ArrayList<String>();
    differences.addAll(TubeVerdict.of(api, truth));
    differences.addAll(JobVerdict.of(api, from.lims(), from.operator(), truth));
    differences.addAll(RecordVerdict.of(api, from.observer(), from.operator()));
    differences.addAll(from.lims().repeatEverything(api));
    differences.addAll(from.operator().wrong());
    return differences;
  }

  /** Those who know what was asked, answered and seen. */
  record Testimony(Lims lims, Operator operator, Observer observer) {}
}
