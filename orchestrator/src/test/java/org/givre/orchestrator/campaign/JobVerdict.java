package org.givre.orchestrator.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Whether every job that was acknowledged ended as it should, with all its items. */
final class JobVerdict {
  private final ApiClient api;
  private final Lims lims;
  private final Operator operator;
  private final List<String> differences = new ArrayList<>();

  private JobVerdict(ApiClient api, Lims lims, Operator operator) {
    this.api = api;
    this.lims = lims;
    this.operator = operator;
  }

  static List<String> of(ApiClient api, Lims lims, Operator operator, Truth truth) throws NoAnswer {
    var verdict = new JobVerdict(api, lims, operator);
    verdict.jobs(truth);
    return verdict.differences;
  }

  private void jobs(Truth truth) throws NoAnswer {
    var delivered = new HashSet<String>();
    for (var entry : lims.jobByKey().entrySet()) {
      var job = api.get("/v1/jobs/" + entry.getValue()).expect(200).json();
      var done = 0;
      for (var item : job.path("items")) {
        if (item.path("state").asText().equals("DELIVERED")) {
          done++;
          if (!delivered.add(item.path("tube").asText())) {
            differences.add("%s: %s was delivered twice".formatted(entry.getKey(), item));
          }
        }
        item(job, item, truth);
      }
      end(job, done);
    }
    truth.tubes().keySet().stream()
        .filter(tube -> truth.gone(tube) && !delivered.contains(tube))
        .forEach(tube -> differences.add("tube %s was delivered to nobody".formatted(tube)));
    lims.refused().forEach((key, answer) -> refusal(key, answer, truth));
    var listed = api.all("jobs").size();
    if (listed != lims.jobByKey().size()) {
      differences.add(
          "%d jobs were acknowledged, %d exist".formatted(lims.jobByKey().size(), listed));
    }
  }

  private void item(JsonNode job, JsonNode item, Truth truth) {
    var id = job.path("id").asText();
    var index = item.path("index").asInt();
    var state = item.path("state").asText();
    var right =
        switch (state) {
          case "DELIVERED" -> delivered(item, truth);
          case "CANCELLED" -> operator.cancelled(id);
          case "RETURNED", "SKIPPED" -> operator.cancelled(id) || operator.skipped(id, index);
          case "NOT_FOUND" -> namedTubesAreGone(item.path("asked"), truth);
          default -> false;
        };
    if (!right) {
      differences.add("job %s: item %s has no reason to end so".formatted(id, item));
    }
  }

  private static boolean delivered(JsonNode item, Truth truth) {
    var position = item.path("position");
    var place =
        "port:%s:%d".formatted(position.path("port").asText(), position.path("slot").asInt());
    return place.equals(truth.places().get(item.path("tube").asText()));
  }

  private static boolean namedTubesAreGone(JsonNode asked, Truth truth) {
    if (asked.has("tube")) {
      return truth.gone(asked.path("tube").asText());
    }
    for (var tube : asked.path("anyOf")) {
      if (!truth.gone(tube.asText())) {
        return false;
      }
    }
    return asked.has("anyOf");
  }

  private void end(JsonNode job, int done) {
    var id = job.path("id").asText();
    var state = job.path("state").asText();
    var total = job.path("items").size();
    var expected =
        operator.cancelled(id)
            ? List.of("CANCELLED")
            : done == total ? List.of("COMPLETED") : List.of("COMPLETED_WITH_EXCEPTIONS", "FAILED");
    if (!expected.contains(state)) {
      differences.add(
          "job %s with %d of %d items ended %s instead of %s"
              .formatted(id, done, total, state, expected));
    }
  }

  private void refusal(String key, Answer answer, Truth truth) {
    var explained =
        DemoFiles.rows().stream()
            .anyMatch(row -> answer.body().contains(row.barcode()) && truth.gone(row.barcode()));
    if (!explained) {
      differences.add("%s was refused: %s".formatted(key, answer));
    }
  }
}
