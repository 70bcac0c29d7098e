package org.givre.orchestrator.api;

import static akka.http.javadsl.server.PathMatchers.segment;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.server.Route;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.givre.devices.action.ActionAnswer;

/** Devices: pickers, dewars and ports. A known device is always listed. */
final class DeviceRoutes extends Resource {
  private static final SortedMap<String, ActionArguments> ACTIONS =
      ActionReader.plain("pause", "resume", "drain", "returnToService");

  private final DeviceDesk desk;
  private final SiteDesk site;
  private final ActionReader actions;

  DeviceRoutes(ApiParts parts) {
    this.desk = new DeviceDesk(parts);
    this.site = new SiteDesk(parts);
    this.actions = new ActionReader(parts, ACTIONS);
  }

  @Override
  Route routes() {
    var device = segment("devices").slash(segment());
    return concat(
        path(segment("devices"), () -> get(() -> answer(this::list))),
        path(device, id -> get(() -> answer(request -> one(request, id)))),
        path(device.slash("actions"), id -> post(() -> answer(request -> act(request, id)))));
  }

  private CompletionStage<HttpResponse> list(HttpRequest request) {
    Requests.accepted(request, MediaTypes.APPLICATION_JSON);
    var query = Query.of(request, "limit", "cursor");
    var from = query.cursor(Integer.MAX_VALUE).orElse(0L);
    var limit = query.limit();
    var ids = desk.ids();
    var page = ids.stream().skip(from).limit(limit).toList();
    var next = Optional.of(from + limit).filter(place -> place < ids.size()).map(String::valueOf);
    return all(page)
        .thenApply(
            devices -> {
              var body = JsonNodeFactory.instance.objectNode();
              body.putArray("devices").addAll(devices);
              return Replies.page(request, body, next, desk.offset());
            });
  }

  private CompletionStage<List<ObjectNode>> all(List<String> ids) {
    CompletionStage<List<ObjectNode>> all = CompletableFuture.completedFuture(new ArrayList<>());
    for (var id : ids) {
      all =
          all.thenCombine(
              desk.device(id),
              (list, device) -> {
                list.add(device);
                return list;
              });
    }
    return all;
  }

  private CompletionStage<HttpResponse> one(HttpRequest request, String id) {
    Requests.accepted(request, MediaTypes.APPLICATION_JSON);
    Query.of(request);
    return desk.device(found(id)).thenApply(DeviceRoutes::tagged);
  }

  private static HttpResponse tagged(ObjectNode device) {
    var reply = Replies.ok(device);
    return device.hasNonNull("revision")
        ? reply.addHeader(Revisions.header(device.get("revision").asLong()))
        : reply;
  }

  private CompletionStage<HttpResponse> act(HttpRequest request, String id) {
    var reply = new ActionReply("device", found(id));
    return actions
        .read(request)
        .thenCompose(
            asked ->
                desk.act(id, asked)
                    .thenApply(
                        answer -> {
                          tellDispatch(id, asked, answer);
                          return reply.to(asked, answer);
                        }));
  }

  /** What was planned with the device, or without it, is planned anew. */
  private void tellDispatch(String id, AskedAction asked, ActionAnswer answer) {
    if (answer.refusal().isEmpty()) {
      site.devicesChanged(asked.action().type() + ":" + id);
    }
  }

  private String found(String id) {
    if (!desk.ids().contains(id)) {
      throw Problem.of(
              ProblemCode.DEVICE_NOT_FOUND,
              "There is no device \"%s\"; there are %s."
                  .formatted(
                      id.length() > 64 ? id.substring(0, 64) : id,
                      String.join(", ", desk.ids().stream().limit(20).toList())))
          .thrown();
    }
    return id;
  }
}
