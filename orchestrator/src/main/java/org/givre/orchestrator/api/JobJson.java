package org.givre.orchestrator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.givre.orchestrator.feed.EventJson;
import org.givre.orchestrator.job.Asked;
import org.givre.orchestrator.job.JobState;
import org.givre.orchestrator.job.RequestState;
import org.givre.orchestrator.job.Route;
import org.givre.orchestrator.view.JobSummary;
import org.givre.orchestrator.view.Place;
import org.givre.orchestrator.view.TubePicture;
import org.givre.orchestrator.view.TubeView;
import org.givre.plans.store.JobId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.TubeId;

/** Jobs as JSON. */
final class JobJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final StoreDefinition store;
  private final TubeView tubes;

  JobJson(StoreDefinition store, TubeView tubes) {
    this.store = store;
    this.tubes = tubes;
  }

  /** The job without its items. */
  ObjectNode summary(JobSummary job) {
    var json = NODES.objectNode();
    json.put("id", job.id().value()).put("type", job.order().type());
    json.put("state", job.phase().name()).put("revision", job.revision());
    order(job.order(), json);
    json.put("submittedAt", job.submittedAt().toString());
    json.put("attention", job.progress().failed() > 0 ? "EXCEPTIONS" : "NONE");
    json.set("hold", job.hold() ? hold(job) : NODES.nullNode());
    json.set("route", route(job.route()));
    json.set("company", company(job));
    put(json, "promisedAt", job.promisedAt());
    job.blockers().forEach(EventJson.into(json.putArray("blockers")));
    json.set("progress", progress(job.progress()));
    progress(job, json);
    var warm = json.putArray("warm");
    job.warm().forEach((rack, since) -> warm.add(warm(rack, since)));
    job.warmTubes().forEach((tube, since) -> warm.add(warm(tube, since)));
    var actions = json.putArray("actions");
    job.allowed().forEach(actions::add);
    json.put("reason", job.reason().isEmpty() ? null : job.reason());
    return json;
  }

  private static ObjectNode progress(JobSummary.Progress progress) {
    return NODES
        .objectNode()
        .put("done", progress.done())
        .put("delivered", progress.delivered())
        .put("total", progress.total());
  }

  private static void order(JobSummary.Order order, ObjectNode json) {
    json.put("externalRef", order.externalRef().orElse(null));
    json.put("requester", order.requester().orElse(null));
    var labels = json.putObject("labels");
    order.labels().forEach(labels::put);
    json.put("priority", order.priority());
    put(json, "notBefore", order.notBefore());
    put(json, "dueAt", order.dueAt());
    put(json, "deadlineAt", order.deadlineAt());
    json.putObject("output").put("port", order.port().map(port -> port.value()).orElse(null));
    json.put("retryOf", order.retryOf().map(JobId::value).orElse(null));
  }

  private static ObjectNode hold(JobSummary job) {
    return NODES.objectNode().put("since", job.submittedAt().toString());
  }

  private static JsonNode route(Route route) {
    if (route.equals(Route.NONE)) {
      return NODES.nullNode();
    }
    var json = NODES.objectNode();
    json.put("picker", route.picker().map(picker -> picker.value()).orElse(null));
    json.put("port", route.port().map(port -> port.value()).orElse(null));
    route.avoid().forEach(json.putArray("avoid")::add);
    return json;
  }

  /** Null for a job that never waited. */
  private static JsonNode company(JobSummary job) {
    var company = job.company();
    if (company.atOnceTubeSeconds().isEmpty()) {
      return NODES.nullNode();
    }
    var json = NODES.objectNode().put("items", company.requests().size());
    put(json, "until", company.until());
    json.set("atOnceTubeSeconds", TubeJson.number(company.atOnceTubeSeconds()));
    json.set("togetherTubeSeconds", TubeJson.number(company.togetherTubeSeconds()));
    json.set("estimatedSavingTubeSeconds", TubeJson.number(company.estimatedSavingTubeSeconds()));
    json.set("savedTubeSeconds", TubeJson.number(job.savedTubeSeconds()));
    return json;
  }

  private static void progress(JobSummary job, ObjectNode json) {
    var plan = job.plan();
    var going = plan.filter(share -> !job.phase().terminal());
    json.set("eta", going.<JsonNode>map(JobJson::eta).orElse(NODES.nullNode()));
    var exposure = json.putObject("exposure");
    exposure.put(
        "predictedTubeSeconds", plan.map(JobState.PlanShare::predictedTubeSeconds).orElse(null));
    exposure.put("actualTubeSeconds", job.actualTubeSeconds());
    var bound = plan.flatMap(share -> share.lowerBoundTubeSeconds().stream().boxed().findFirst());
    exposure.put("lowerBoundTubeSeconds", bound.orElse(null));
    exposure.set(
        "gapPercent",
        bound
            .flatMap(least -> plan.map(share -> gapPercent(share.predictedTubeSeconds(), least)))
            .orElse(NODES.nullNode()));
    json.put("planVersion", plan.map(JobState.PlanShare::version).orElse(null));
  }

  private static ObjectNode eta(JobState.PlanShare plan) {
    return NODES
        .objectNode()
        .put("p50", plan.etaP50().toString())
        .put("p95", plan.etaP95().toString());
  }

  /** By how much an exposure is above its bound; null where the bound is 0 and says nothing. */
  static JsonNode gapPercent(double exposure, double bound) {
    return bound == 0 ? NODES.nullNode() : NODES.numberNode((exposure - bound) / bound * 100);
  }

  private ObjectNode warm(RackId rack, Instant since) {
    var json = NODES.objectNode().put("rack", rack.value()).put("since", since.toString());
    var limit =
        store.dewarOf(rack).stream()
            .flatMapToDouble(dewar -> dewar.boxMaxOutSeconds().stream())
            .findFirst();
    json.set("limitSeconds", TubeJson.number(limit));
    return json;
  }

  /** A tube that is being handed over; what its material bears is not known. */
  private static ObjectNode warm(TubeId tube, Instant since) {
    var json = NODES.objectNode().put("tube", tube.value()).put("since", since.toString());
    json.putNull("limitSeconds");
    return json;
  }

  private static void put(ObjectNode json, String field, Optional<Instant> time) {
    json.put(field, time.map(Instant::toString).orElse(null));
  }

  ObjectNode item(JobState job, RequestState request) {
    var json = NODES.objectNode();
    json.put("index", request.index());
    json.set("asked", asked(job.spec().requests().get(request.index()).asked()));
    json.put("tube", request.tube().map(tube -> tube.value()).orElse(null));
    json.put("state", request.phase().name());
    json.set("position", position(request));
    var received = ReceivedExposure.of(request);
    json.put("exposureSeconds", received.map(ReceivedExposure::seconds).orElse(null));
    json.put("peakCelsius", received.map(ReceivedExposure::peakCelsius).orElse(null));
    json.put("unwanted", request.unwanted());
    json.put("reason", request.reason().isEmpty() ? null : request.reason());
    return json;
  }

  private static ObjectNode asked(Asked asked) {
    var json = NODES.objectNode();
    if (asked instanceof Asked.NamedTube named) {
      json.put("tube", named.tube().value());
    } else if (asked instanceof Asked.AnyOf anyOf) {
      var list = json.putArray("anyOf");
      anyOf.tubes().forEach(tube -> list.add(tube.value()));
    } else if (asked instanceof Asked.OfSpecimen of) {
      json.put("specimen", of.specimen().value());
      of.material().ifPresent(material -> json.put("material", material));
    }
    return json;
  }

  private JsonNode position(RequestState request) {
    if (request.delivered().isPresent()) {
      var at = request.delivered().get();
      return TubeJson.port(at.port(), at.slot());
    }
    if (request.picker().isPresent()) {
      return TubeJson.carrier(request.picker().get());
    }
    return request
        .tube()
        .flatMap(tubes::tube)
        .map(TubePicture::place)
        .filter(Place.InRack.class::isInstance)
        .<JsonNode>map(TubeJson::place)
        .orElse(NODES.nullNode());
  }
}
