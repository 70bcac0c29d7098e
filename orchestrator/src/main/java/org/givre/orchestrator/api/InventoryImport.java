package org.givre.orchestrator.api;

import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AskPattern;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.stream.Materializer;
import akka.stream.javadsl.FileIO;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.givre.devices.journal.Cause;
import org.givre.devices.rack.RackCommand;
import org.givre.devices.rack.RackCommand.Imported;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.plans.store.RackId;

/**
 * {@code POST /v1/inventory:import}: the body to a file, the file checked as a whole, the tubes
 * loaded, then one event for each rack. The answer comes when every tube is durable and can be
 * read. One import at a time.
 */
final class InventoryImport {
  /** Racks that write at once: enough to fill a commit, few enough for the journal's queue. */
  private static final int RACKS_AT_ONCE = 16;

  /** On the wall: the read models take in a million tubes in seconds. */
  private static final Duration VISIBLE_WITHIN = Duration.ofMinutes(10);

  private final ApiParts parts;
  private final Materializer materializer;
  private final Executor blocking;
  private final AtomicBoolean running = new AtomicBoolean();

  InventoryImport(ApiParts parts) {
    this.parts = parts;
    this.materializer = Materializer.matFromSystem(parts.system());
    this.blocking = parts.system().dispatchers().lookup(DispatcherSelector.blocking());
  }

  CompletionStage<HttpResponse> run(HttpRequest request) {
    if (!Bodies.is(request, "text/csv")) {
      throw Bodies.unsupported(request, "text/csv");
    }
    var dryRun = Query.of(request, "dryRun").flag("dryRun");
    Bodies.checkLength(request, parts.limits().importBytes());
    if (!running.compareAndSet(false, true)) {
      throw Problem.of(
              ProblemCode.IMPORT_RUNNING, "Another import is running. Send this one after it.")
          .with(Bodies.CLOSE)
          .thrown();
    }
    return checked(request)
        .thenCompose(file -> dryRun ? report(file) : take(file))
        .whenComplete((answer, failure) -> running.set(false));
  }

  private CompletionStage<InventoryFile> checked(HttpRequest request) {
    var upload = upload();
    return request
        .entity()
        .withSizeLimit(parts.limits().importBytes())
        .getDataBytes()
        .via(new MinimumRate(parts.limits().importBytesPerSecond(), MinimumRate.WINDOW))
        .runWith(FileIO.toPath(upload), materializer)
        .exceptionally(
            failure -> {
              throw Bodies.refused(failure, parts.limits().importBytes(), parts.limits());
            })
        .thenApplyAsync(written -> read(upload, Requests.lenient(request)), blocking)
        .whenComplete((file, failure) -> delete(upload));
  }

  private Path upload() {
    try {
      return Files.createTempFile(Files.createDirectories(parts.uploads()), "import-", ".csv");
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
  }

  private InventoryFile read(Path upload, boolean lenient) {
    try (var csv = Files.newInputStream(upload)) {
      return InventoryFile.read(csv, parts.store(), parts.view().tubes(), lenient);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void delete(Path upload) {
    try {
      Files.deleteIfExists(upload);
    } catch (IOException stays) {
      throw new UncheckedIOException(stays);
    }
  }

  private static CompletionStage<HttpResponse> report(InventoryFile file) {
    var json = JsonNodeFactory.instance.objectNode().put("dryRun", true);
    json.put("valid", file.complaints().isEmpty()).put("rows", file.rows());
    counts(file, json);
    json.put("invalid", file.complaints().count());
    var errors = json.putArray("errors");
    file.complaints().errors().forEach(error -> Problems.write(error, errors.addObject()));
    return CompletableFuture.completedFuture(Replies.ok(json));
  }

  private static ObjectNode counts(InventoryFile file, ObjectNode json) {
    return json.put("tubes", file.tubesArriving())
        .put("racks", file.racks())
        .put("unchanged", file.unchanged());
  }

  private CompletionStage<HttpResponse> take(InventoryFile file) {
    file.complaints().check(ProblemCode.ROWS_INVALID);
    var id = parts.ids().get();
    return CompletableFuture.supplyAsync(() -> parts.loading().load(id, file.arriving()), blocking)
        .thenAccept(InventoryImport::refuse)
        .thenCompose(loaded -> believe(id, file))
        .thenApply(
            seen ->
                Replies.snapshot(
                    counts(file, JsonNodeFactory.instance.objectNode().put("importId", id)),
                    parts.view().appliedOffset()));
  }

  /** Tells the racks, and waits until what they have journalled can be read. */
  private CompletionStage<?> believe(String id, InventoryFile file) {
    return Source.from(file.arriving().entrySet())
        .mapAsync(RACKS_AT_ONCE, rack -> tell(id, rack))
        .runWith(Sink.seq(), materializer)
        .thenCompose(
            answers -> {
              refuse(answers.stream().flatMap(answer -> answer.refused().stream()).toList());
              var news = answers.stream().filter(answer -> answer.stored() > 0).count();
              return parts
                  .view()
                  .awaitImported(id, (int) news)
                  .toCompletableFuture()
                  .orTimeout(VISIBLE_WITHIN.toSeconds(), TimeUnit.SECONDS);
            });
  }

  private CompletionStage<Imported> tell(String id, Map.Entry<RackId, List<Standing>> rack) {
    var cause =
        new Cause(Cause.Kind.CLIENT, "", "inventory import", id, "POST /v1/inventory:import");
    return AskPattern.ask(
        parts.devices().rack(rack.getKey()),
        replyTo -> new RackCommand.Import(id, rack.getValue(), cause, replyTo),
        parts.limits().answerWithin(),
        parts.system().scheduler());
  }

  private static void refuse(List<String> conflicts) {
    if (!conflicts.isEmpty()) {
      throw Problem.of(
              ProblemCode.IMPORT_CONFLICT,
              "The store has changed while the import was checked: %s. Look, correct the file, and send it again; what is in place is not changed."
                  .formatted(String.join("; ", conflicts.stream().limit(20).toList())))
          .thrown();
    }
  }
}
