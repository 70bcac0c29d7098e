package org.givre.orchestrator.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.givre.devices.journal.Cause;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.plans.store.TubeId;

/** Public events as JSON: the data of a server-sent event and the lines of a job's events. */
public final class EventJson {
  private EventJson() {}

  /** {@code {"offset","type","at","job","device","cause","body"}}; more than one job: in body. */
  public static ObjectNode of(PublicEvent event) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("offset", event.offset()).put("type", event.type()).put("at", event.at().toString());
    json.put("job", event.job().map(job -> job.value()).orElse(null));
    json.put("device", event.device().orElse(null));
    json.set("cause", cause(event.cause()));
    var body = json.putObject("body");
    event.body().accept(body);
    if (event.jobs().size() > 1 && !body.has("jobs")) {
      var jobs = body.putArray("jobs");
      event.jobs().forEach(job -> jobs.add(job.value()));
    }
    return json;
  }

  private static ObjectNode cause(Cause cause) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kind", cause.kind().name().toLowerCase(Locale.ROOT))
        .put("id", cause.id())
        .put("reason", cause.reason());
  }

  /** One blocker of a job, in the form that the job itself shows it. */
  public static Consumer<Blocker> into(ArrayNode blockers) {
    return blocker ->
        blockers
            .addObject()
            .put("code", blocker.code())
            .put("resource", blocker.resource())
            .put("since", blocker.since().toString())
            .put("by", blocker.by().orElse(null))
            .put("detail", blocker.detail());
  }

  static void put(ObjectNode body, String field, List<TubeId> tubes) {
    var list = body.putArray(field);
    tubes.forEach(tube -> list.add(tube.value()));
  }
}
