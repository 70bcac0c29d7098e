package org.givre.orchestrator.api;

import static akka.http.javadsl.server.PathMatchers.segment;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.model.headers.Location;
import akka.http.javadsl.server.Route;
import akka.stream.Materializer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import org.givre.orchestrator.api.Backups.Backup;
import org.givre.orchestrator.api.Backups.Failure;
import org.givre.orchestrator.api.Backups.Wanted;

/** Backups of the journal, made while the engine runs, into a directory of its machine. */
final class BackupRoutes extends Resource {
  private static final String PATH = "/v1/journal/backups/";
  private static final int MOST_ERRORS = 10;
  private static final int LONGEST_PATH = 4_096;

  private final Backups backups;
  private final Bodies bodies;

  BackupRoutes(ApiParts parts) {
    this.backups = parts.operations().backups();
    this.bodies = new Bodies(Materializer.matFromSystem(parts.system()), parts.limits());
  }

  @Override
  Route routes() {
    return pathPrefix(
        segment("journal").slash("backups"),
        () ->
            concat(
                pathEndOrSingleSlash(() -> post(() -> answer(this::start))),
                path(segment(), id -> get(() -> answerNow(request -> show(request, id))))));
  }

  private CompletionStage<HttpResponse> start(HttpRequest request) {
    Query.of(request);
    return bodies.json(request).thenApply(body -> started(wanted(request, body)));
  }

  private static Wanted wanted(HttpRequest request, byte[] body) {
    var complaints = new Complaints(MOST_ERRORS);
    var root = JsonField.root(Json.parse(body), complaints);
    if (!root.isObject()) {
      complaints.check(ProblemCode.REQUEST_INVALID);
    }
    if (!Requests.lenient(request)) {
      root.only(new TreeSet<>(List.of("directory", "dataDirectory")));
    }
    var directory = path(root.field("directory").required(), complaints);
    var dataDirectory = path(root.field("dataDirectory"), complaints);
    complaints.check(ProblemCode.REQUEST_INVALID);
    return new Wanted(directory.orElseThrow(), dataDirectory);
  }

  private static Optional<Path> path(JsonField field, Complaints complaints) {
    var text = field.text(LONGEST_PATH);
    var absolute = text.flatMap(BackupRoutes::absolute);
    if (text.isPresent() && absolute.isEmpty()) {
      complaints.add(
          field.at(),
          ProblemCode.VALUE_MALFORMED,
          "Expected the absolute path of a directory on the engine's machine.");
    }
    return absolute;
  }

  private static Optional<Path> absolute(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Path::isAbsolute);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private HttpResponse started(Wanted wanted) {
    try {
      var backup = backups.start(wanted);
      return Replies.json(202, json(backup)).addHeader(Location.create(PATH + backup.id()));
    } catch (Backups.RefusedException refused) {
      throw Problem.of(ProblemCode.BACKUP_REFUSED, String.valueOf(refused.getMessage())).thrown();
    }
  }

  private HttpResponse show(HttpRequest request, String id) {
    Requests.accepted(request, MediaTypes.APPLICATION_JSON);
    Query.of(request);
    return Replies.ok(
        backups
            .backup(id)
            .map(BackupRoutes::json)
            .orElseThrow(
                () ->
                    Problem.of(
                            ProblemCode.BACKUP_NOT_FOUND,
                            "This engine has begun no backup %s since it was started."
                                .formatted(id))
                        .thrown()));
  }

  private static ObjectNode json(Backup backup) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", backup.id())
        .put("directory", backup.directory().toString())
        .put("state", backup.state().name())
        .put("doneEvents", backup.doneEvents())
        .put("totalEvents", backup.totalEvents())
        .put("failure", backup.failure().map(Failure::detail).orElse(null))
        .put("failureCode", backup.failure().map(Failure::code).orElse(null));
  }
}
