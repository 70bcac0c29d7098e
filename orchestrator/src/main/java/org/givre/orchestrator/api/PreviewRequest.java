package org.givre.orchestrator.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.orchestrator.job.JobSpec;
import org.givre.plans.store.StoreDefinition;

/**
 * What a client wants to see a plan of: one job, as it would be submitted, or several, and devices
 * that are to be left out.
 */
record PreviewRequest(List<JobSpec> jobs, SortedSet<String> without) {
  private static final int MOST_JOBS = 100;
  private static final int MOST_DEVICES = 1_000;
  private static final int LONGEST_NAME = 200;
  private static final SortedSet<String> KNOWN = new TreeSet<>(List.of("jobs", "without"));

  PreviewRequest {
    jobs = List.copyOf(jobs);
  }

  /** Reads a body; what cannot be served is refused as it would be on submission. */
  static PreviewRequest read(JsonNode body, boolean lenient, ApiParts parts) {
    if (!body.has("jobs") && !body.has("without")) {
      return new PreviewRequest(List.of(spec(body, lenient, parts)), new TreeSet<>());
    }
    var complaints = new Complaints(JobRequestReader.MOST_ITEMS);
    var root = JsonField.root(body, complaints);
    if (!lenient) {
      root.only(KNOWN);
    }
    var without = without(root.field("without"), parts.store());
    var jobs = elements(root.field("jobs"), MOST_JOBS).size();
    complaints.check(ProblemCode.REQUEST_INVALID);
    var specs = new ArrayList<JobSpec>();
    for (int i = 0; i < jobs; i++) {
      specs.add(spec(body.get("jobs").get(i), lenient, parts));
    }
    return new PreviewRequest(specs, without);
  }

  private static SortedSet<String> without(JsonField field, StoreDefinition store) {
    var names = new TreeSet<String>();
    for (var element : elements(field, MOST_DEVICES)) {
      element.required().text(LONGEST_NAME).ifPresent(names::add);
    }
    names.stream()
        .filter(name -> !isDevice(name, store))
        .findFirst()
        .ifPresent(
            name -> {
              throw Problem.of(
                      ProblemCode.DEVICE_UNKNOWN,
                      "The store has no picker, dewar or port \"%s\".".formatted(name))
                  .thrown();
            });
    return names;
  }

  /** None where the list is empty or not given: each of them may be. */
  private static List<JsonField> elements(JsonField list, int most) {
    return list.isAbsent() || list.isEmptyList() ? List.of() : list.elements(most);
  }

  private static boolean isDevice(String name, StoreDefinition store) {
    return store.pickers().stream().anyMatch(p -> p.id().value().equals(name))
        || store.dewars().stream().anyMatch(d -> d.id().value().equals(name))
        || store.ports().stream().anyMatch(p -> p.id().value().equals(name));
  }

  private static JobSpec spec(JsonNode job, boolean lenient, ApiParts parts) {
    var read = JobRequestReader.read(job, lenient);
    new SubmissionCheck(parts.store(), parts.time()).check(read);
    var resolution = Resolution.of(read.items(), parts.view().tubes());
    if (!resolution.errors().isEmpty()) {
      throw Problem.of(resolution.errors(), ProblemCode.ITEMS_INVALID).thrown();
    }
    var manner = new SubmissionDraft.Manner(true, false, ProblemCode.ITEMS_INVALID, "items");
    return new SubmissionDraft(read, List.of(), List.of(), manner, Optional.empty())
        .spec(resolution);
  }
}
