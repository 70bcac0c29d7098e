package org.givre.orchestrator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code givre plan preview FILE}. */
@Command(
    name = "preview",
    description = {
      "Show the plan that a job would get, or that there would be without some devices.",
      "Nothing is submitted, and nothing moves."
    })
final class PlanPreviewCommand extends ApiCommand {
  private static final JsonMapper JSON = new JsonMapper();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "A job in JSON, as it would be submitted; none: the jobs that wait.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--without",
      paramLabel = "DEVICE",
      split = ",",
      description = "Pickers, dewars and ports to be left out.")
  private List<String> without = new ArrayList<>();

  PlanPreviewCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  Reply asked(EngineApi api) {
    var body = JSON.createObjectNode();
    var jobs = body.putArray("jobs");
    file.ifPresent(path -> jobs.add(job(path)));
    without.forEach(body.putArray("without")::add);
    return api.post(
        "/v1/plans:preview",
        BodyPublishers.ofString(body.toString()),
        List.of("Content-Type", "application/json"));
  }

  private static JsonNode job(Path path) {
    try {
      return JSON.readTree(Files.readString(path));
    } catch (JsonProcessingException notJson) {
      throw new CommandFailure(
          ExitCode.MALFORMED,
          "%s is not JSON: %s".formatted(path, notJson.getOriginalMessage()),
          notJson);
    } catch (IOException unreadable) {
      throw InputFile.notReadable(path, unreadable);
    }
  }

  @Override
  void print(JsonNode answer, Terminal terminal) {
    var out = terminal.out();
    if (!answer.path("valid").asBoolean()) {
      out.println("No valid plan was found.");
    } else {
      out.println(
          "exposure  %s tube-seconds, %s at the least, %s first come first served"
              .formatted(
                  Figures.rounded(answer.path("exposureTubeSeconds")),
                  Figures.rounded(answer.path("lowerBoundTubeSeconds")),
                  Figures.rounded(answer.path("fifoTubeSeconds"))));
      out.println("steps     " + answer.path("steps").size());
    }
    for (var blocker : answer.path("blockers")) {
      var what = blocker.path("code").asText() + " " + blocker.path("resource").asText();
      out.println("%s waits for %s".formatted(blocker.path("job").asText(), what));
    }
    var table = new Table("JOB", "DELIVERED BEFORE", "AFTER", "DELAY S");
    for (var delivery : answer.path("deliveries")) {
      table.row(
          delivery.path("job").asText(),
          Figures.text(delivery.path("before")),
          Figures.text(delivery.path("after")),
          Figures.rounded(delivery.path("delaySeconds")));
    }
    table.print(out);
  }
}
