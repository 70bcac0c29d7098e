package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code givre audit}. */
@Command(
    name = "audit",
    description = {
      "List every action that anybody has asked for, and check the chain of its hashes.",
      "Returns 1 when the chain is broken. Only without filters is it looked at whether each entry follows on the one before. With --json every page of the API's answer, a line each."
    })
final class AuditCommand implements Callable<Integer> {
  @Mixin private ApiOptions options;

  @Option(
      names = "--target",
      paramLabel = "ID",
      description = "Only actions on this job or device, or kind such as picker or site.")
  private Optional<String> target = Optional.empty();

  @Option(names = "--type", paramLabel = "TYPE", description = "Only actions such as pause.")
  private Optional<String> type = Optional.empty();

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      description = "Only those that were ACCEPTED or REFUSED.")
  private Optional<String> outcome = Optional.empty();

  @Option(
      names = "--noted",
      paramLabel = "HASH",
      description = "A hash that was noted before: it must be that of one of the entries.")
  private Optional<String> noted = Optional.empty();

  private final Workplace workplace;

  AuditCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    var api = options.api(workplace);
    var review = new AuditReview(query().isEmpty(), noted);
    var next = Optional.of("");
    while (next.isPresent()) {
      var page = api.get("/v1/audit?limit=500" + query() + next.get());
      page.json().path("entries").forEach(review::add);
      if (options.json()) {
        workplace.terminal().out().println(page.body());
      }
      next = cursor(page.json());
    }
    return review.print(workplace.terminal(), options.json());
  }

  private String query() {
    return parameter("target", target) + parameter("type", type) + parameter("outcome", outcome);
  }

  private static String parameter(String name, Optional<String> value) {
    return value.map(text -> "&" + name + "=" + EngineApi.encoded(text)).orElse("");
  }

  private static Optional<String> cursor(JsonNode page) {
    var next = Optional.of(Figures.text(page.path("next"))).filter(text -> !text.isEmpty());
    return next.map(text -> "&cursor=" + EngineApi.encoded(text));
  }
}
