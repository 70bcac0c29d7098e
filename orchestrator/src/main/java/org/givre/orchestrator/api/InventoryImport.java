package org.givre.orchestrator.api;

import akka.Done;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AskPattern;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.japi.Pair;
import akka.stream.Materializer;
import akka.stream.javadsl.FileIO;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.givre.devices.journal.Cause;
import org.givre.devices.rack.RackCommand;
import org.givre.devices.rack.RackCommand.Imported;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.plans.store.RackId;

/**
 * {@code POST /v1/inventory:import}: the body to a file, the file checked as a whole, then the
 * tubes loaded and one event for each rack, some racks at a time. The answer comes when every tube
 * is durable and can be read. One import at a time; {@code GET /v1/inventory/import} tells how far
 * it has come.
 */
final class InventoryImport {
  /** Racks that are loaded and told together: enough to fill a commit, a few MB in memory. */
  private static final int RACKS_AT_ONCE = 16;

  /** One is loaded while another is written. */
  private static final int GROUPS_AT_ONCE = 2;

  /** On the wall: the read models take in a million tubes in seconds. */
  private static final Duration VISIBLE_WITHIN = Duration.ofMinutes(10);

  private final ApiParts parts;
  private final Materializer materializer;
  private final Executor blocking;
  private final AtomicBoolean running = new AtomicBoolean();
  private final ImportProgress progress = new ImportProgress();

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
    progress.receiving();
    return checked(request)
        .thenCompose(file -> dryRun ? report(file) : take(file))
        .whenComplete((answer, failure) -> ended());
  }

  private void ended() {
    progress.done();
    running.set(false);
  }

  /** How far the import has come that is running, or was last. */
  HttpResponse progress(HttpRequest request) {
    Requests.accepted(request, MediaTypes.APPLICATION_JSON);
    Query.of(request);
    return Replies.ok(progress.json());
  }

  private CompletionStage<InventoryFile> checked(HttpRequest request) {
    var upload = upload();
    return request
        .entity()
        .withSizeLimit(parts.limits().importBytes())
        .getDataBytes()
        .via(new MinimumRate(parts.limits().importBytesPerSecond(), MinimumRate.WINDOW))
        .statefulMap(() -> new AtomicLong(), this::counted, bytes -> Optional.empty())
        .runWith(FileIO.toPath(upload), materializer)
        .exceptionally(
            failure -> {
              throw Bodies.refused(failure, parts.limits().importBytes(), parts.limits());
            })
        .thenApplyAsync(written -> read(upload, Requests.lenient(request)), blocking)
        .whenComplete((file, failure) -> delete(upload));
  }

  private Pair<AtomicLong, ByteString> counted(AtomicLong bytes, ByteString part) {
    progress.received(bytes.addAndGet(part.size()));
    return Pair.create(bytes, part);
  }

  private Path upload() {
    try {
      return Files.createTempFile(Files.createDirectories(parts.uploads()), "import-", ".csv");
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
  }

  private InventoryFile read(Path upload, boolean lenient) {
    progress.checking();
    var known = new TreeSet<>(InventoryColumns.ALL);
    try (var csv = Files.newInputStream(upload);
        var sheet = CsvSheet.open(csv, lenient ? Optional.empty() : Optional.of(known))) {
      return InventoryFile.read(sheet, parts.store(), parts.view().tubes(), progress::checked);
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
    return stored(id, file)
        .thenApply(
            seen ->
                Replies.snapshot(
                    counts(file, JsonNodeFactory.instance.objectNode().put("importId", id)),
                    parts.view().appliedOffset()));
  }

  /** Stores one group of racks after another, and waits until all of them can be read. */
  private CompletionStage<Done> stored(String id, InventoryFile file) {
    var racks = file.arriving();
    progress.storing(racks.size());
    return Source.from(racks)
        .grouped(RACKS_AT_ONCE)
        .mapAsync(GROUPS_AT_ONCE, group -> stored(id, file, group))
        .mapConcat(answers -> answers)
        .runWith(Sink.fold(Tally.NONE, this::count), materializer)
        .thenCompose(
            tally ->
                parts
                    .view()
                    .awaitImported(id, tally.news())
                    .toCompletableFuture()
                    .orTimeout(VISIBLE_WITHIN.toSeconds(), TimeUnit.SECONDS));
  }

  /** Racks that have answered, and those of them to which something was news. */
  private record Tally(int racks, int news) {
    static final Tally NONE = new Tally(0, 0);

    Tally plus(Imported answer) {
      return new Tally(racks + 1, answer.stored() > 0 ? news + 1 : news);
    }
  }

  private Tally count(Tally before, Imported answer) {
    refuse(answer.refused());
    var tally = before.plus(answer);
    progress.stored(tally.racks());
    return tally;
  }

  /** Has the tubes of some racks put there, then tells the racks. */
  private CompletionStage<List<Imported>> stored(
      String id, InventoryFile file, List<RackId> group) {
    return CompletableFuture.supplyAsync(() -> loaded(id, file.arriving(group)), blocking)
        .thenCompose(
            tubes ->
                Source.from(tubes.entrySet())
                    .mapAsync(RACKS_AT_ONCE, rack -> tell(id, rack))
                    .runWith(Sink.seq(), materializer));
  }

  private SortedMap<RackId, List<Standing>> loaded(
      String id, SortedMap<RackId, List<Standing>> tubes) {
    refuse(parts.loading().load(id, tubes));
    return tubes;
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
