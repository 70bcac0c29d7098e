package org.givre.orchestrator.dispatch.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.givre.orchestrator.explain.Terms;

/** The terms of the API: the store's names, engine time, and items of jobs for requests. */
public final class StoreTerms implements Terms {
  private static final Pattern REFERENCE =
      Pattern.compile("\\b(tube|rack|dewar|picker|port|job|request) (\\d+)( of job \\d+)?\\b");

  private final PlanNames names;
  private final PlanClock clock;
  private final SortedMap<Integer, String> progress;

  /**
   * The terms of one plan.
   *
   * @param progress how far its operations have come, by their numbers
   */
  StoreTerms(PlanningProblem problem, SortedMap<Integer, String> progress) {
    names = problem.names();
    clock = problem.clock();
    this.progress = progress;
  }

  @Override
  public String field(String apiName) {
    return apiName;
  }

  @Override
  public JsonNode id(String kind, int id) {
    return TextNode.valueOf(name(kind, id));
  }

  private String name(String kind, int id) {
    return switch (kind) {
      case "tube" -> names.tube(id).value();
      case "rack" -> names.rack(id).value();
      case "dewar" -> names.dewar(id).value();
      case "picker" -> names.picker(id).value();
      case "port" -> names.port(id).value();
      case "job" -> names.job(id).value();
      default -> throw new IllegalArgumentException("Nothing of the plan is called " + kind);
    };
  }

  @Override
  public void request(ObjectNode json, int id) {
    var key = names.request(id);
    json.put("job", key.job().value()).put("item", key.request());
  }

  @Override
  public void operation(ObjectNode json, int number) {
    json.put("state", progress.get(number));
  }

  /** Whether a picker has an operation, or has done it. */
  public boolean hasBegun(int number) {
    return !"PLANNED".equals(progress.get(number));
  }

  @Override
  public JsonNode time(double seconds) {
    return TextNode.valueOf(clock.instant(seconds).truncatedTo(ChronoUnit.MILLIS).toString());
  }

  @Override
  public String at(double seconds) {
    return clock.instant(seconds).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  @Override
  public String named(String text) {
    return REFERENCE
        .matcher(clock.inWords(text))
        .replaceAll(match -> Matcher.quoteReplacement(named(match)));
  }

  private String named(MatchResult match) {
    var kind = match.group(1);
    var id = Integer.parseInt(match.group(2));
    if (kind.equals("request")) {
      var key = names.request(id);
      return "item %d of job %s".formatted(key.request(), key.job());
    }
    var name = name(kind, id);
    var saysWhatItIs = kind.equals("picker") && name.startsWith(kind);
    return (saysWhatItIs ? name : kind + " " + name)
        + (match.group(3) == null ? "" : match.group(3));
  }
}
