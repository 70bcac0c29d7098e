package org.givre.orchestrator.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.givre.orchestrator.api.JobRequest.AskedTube;
import org.givre.orchestrator.job.Asked;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.TubeId;

/** Reads a job from JSON; complains of everything that is wrong with it, not only of the first. */
final class JobRequestReader {
  /** As many as a CSV pick list may have rows. */
  static final int MOST_ITEMS = 10_000;

  static final int USUAL_PRIORITY = 5;

  private static final int MOST_ERRORS = 1_000;
  private static final int MOST_ALTERNATIVES = 1_000;
  private static final int MOST_LABELS = 64;
  private static final int LONGEST_TEXT = 255;
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,62}");

  private static final SortedSet<String> JOB =
      names(
          "type",
          "externalRef",
          "requester",
          "labels",
          "priority",
          "notBefore",
          "dueAt",
          "deadlineAt",
          "hold",
          "items",
          "output",
          "retryOf",
          "exposureLimits");
  private static final SortedSet<String> ITEM = names("tube", "anyOf", "specimen", "material");
  private static final SortedSet<String> OUTPUT = names("port");

  private final boolean lenient;
  private final Complaints complaints = new Complaints(MOST_ERRORS);

  private JobRequestReader(boolean lenient) {
    this.lenient = lenient;
  }

  private static SortedSet<String> names(String... names) {
    return new TreeSet<>(List.of(names));
  }

  /**
   * Reads a job.
   *
   * @param lenient whether unknown fields are passed over
   * @throws ProblemException with everything that is wrong
   */
  static JobRequest read(JsonNode body, boolean lenient) {
    var reader = new JobRequestReader(lenient);
    var request = reader.job(JsonField.root(body, reader.complaints));
    reader.complaints.check(ProblemCode.REQUEST_INVALID);
    return request.orElseThrow();
  }

  private Optional<JobRequest> job(JsonField job) {
    if (!job.isObject()) {
      return Optional.empty();
    }
    var type = type(job);
    only(job, JOB);
    refuseLimits(job.field("exposureLimits"));
    return Optional.of(
        new JobRequest(
            type,
            job.field("externalRef").text(LONGEST_TEXT),
            job.field("requester").text(LONGEST_TEXT),
            labels(job.field("labels")),
            job.field("priority").integer(1, 9).orElse(USUAL_PRIORITY),
            job.field("notBefore").time(),
            job.field("dueAt").time(),
            job.field("deadlineAt").time(),
            job.field("hold").flag(false),
            port(job.field("output")),
            job.field("retryOf").name(JobId::new),
            items(job.field("items").required())));
  }

  private void only(JsonField object, SortedSet<String> known) {
    if (!lenient) {
      object.only(known);
    }
  }

  /** Refuses another type at once: it has other fields. */
  private static String type(JsonField job) {
    var type = job.field("type").required().text(LONGEST_TEXT);
    if (type.isPresent() && !type.get().equals("retrieve")) {
      throw Problem.of(
              List.of(
                  new ProblemError(
                      job.field("type").at(),
                      ProblemCode.TYPE_NOT_SUPPORTED,
                      "Jobs of type \"%s\" are not supported yet; this engine does retrieve."
                          .formatted(type.get()))),
              ProblemCode.TYPE_NOT_SUPPORTED)
          .thrown();
    }
    return type.orElse("");
  }

  private static void refuseLimits(JsonField limits) {
    if (!limits.isAbsent()) {
      limits.refuse(
          ProblemCode.LIMITS_NOT_SUPPORTED,
          "This engine cannot promise exposure limits yet. Leave exposureLimits out.");
    }
  }

  private static SortedMap<String, String> labels(JsonField labels) {
    var read = new TreeMap<String, String>();
    labels
        .fields(MOST_LABELS)
        .forEach(
            (name, value) -> {
              if (!LABEL.matcher(name).matches()) {
                value.refuse(
                    ProblemCode.VALUE_MALFORMED,
                    "A label's name has 1 to 63 letters, digits and . _ / - and begins with a"
                        + " letter or digit.");
              }
              value.required().text(LONGEST_TEXT).ifPresent(text -> read.put(name, text));
            });
    return read;
  }

  private Optional<PortId> port(JsonField output) {
    if (output.isAbsent() || !output.isObject()) {
      return Optional.empty();
    }
    only(output, OUTPUT);
    return output.field("port").name(PortId::new);
  }

  private List<AskedTube> items(JsonField items) {
    var read = new ArrayList<AskedTube>();
    for (var item : items.elements(MOST_ITEMS)) {
      if (item.isObject()) {
        only(item, ITEM);
        asked(item).ifPresent(asked -> read.add(new AskedTube(asked, item.at())));
      }
    }
    return read;
  }

  private Optional<Asked> asked(JsonField item) {
    var tube = item.field("tube");
    var anyOf = item.field("anyOf");
    var specimen = item.field("specimen");
    var material = item.field("material");
    var given = List.of(tube, anyOf, specimen).stream().filter(f -> !f.isAbsent()).count();
    if (given != 1) {
      item.refuse(
          given == 0 ? ProblemCode.FIELD_MISSING : ProblemCode.VALUE_MALFORMED,
          "An item is exactly one of tube, anyOf and specimen; found %d of them.".formatted(given));
      return Optional.empty();
    }
    if (!material.isAbsent() && specimen.isAbsent()) {
      material.refuse(ProblemCode.VALUE_MALFORMED, "A material goes with a specimen alone.");
    }
    if (!specimen.isAbsent()) {
      var wanted = material.text(LONGEST_TEXT);
      return specimen.name(SpecimenId::new).map(id -> new Asked.OfSpecimen(id, wanted));
    }
    return tube.isAbsent() ? anyOf(anyOf) : tube.name(TubeId::new).map(Asked.NamedTube::new);
  }

  private static Optional<Asked> anyOf(JsonField anyOf) {
    var elements = anyOf.elements(MOST_ALTERNATIVES);
    var tubes = new ArrayList<TubeId>();
    elements.forEach(element -> element.required().name(TubeId::new).ifPresent(tubes::add));
    if (tubes.size() != new TreeSet<>(tubes).size()) {
      anyOf.refuse(ProblemCode.VALUE_MALFORMED, "A list of alternatives names each tube once.");
    }
    return tubes.isEmpty() ? Optional.empty() : Optional.of(new Asked.AnyOf(tubes));
  }
}
