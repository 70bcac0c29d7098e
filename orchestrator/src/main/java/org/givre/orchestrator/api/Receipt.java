package org.givre.orchestrator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.givre.orchestrator.job.JobState;
import org.givre.orchestrator.job.RequestState;
import org.givre.orchestrator.job.RequestState.Delivered;

/** What a client got for a job: every item with its outcome, as JSON or CSV. */
final class Receipt {
  private Receipt() {}

  static ObjectNode json(JobState job) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("job", job.id().value()).put("state", job.phase().name());
    json.put("externalRef", job.spec().externalRef().orElse(null));
    json.put("exposureTubeSeconds", job.actualTubeSeconds());
    var tubes = json.putArray("tubes");
    job.requests().forEach(request -> tubes.add(line(request)));
    return json;
  }

  private static ObjectNode line(RequestState request) {
    var json = JsonNodeFactory.instance.objectNode();
    var at = request.delivered();
    json.put("item", request.index());
    json.put("tube", request.tube().map(tube -> tube.value()).orElse(null));
    json.put("outcome", request.phase().name());
    json.put("port", at.map(d -> d.port().value()).orElse(null));
    json.put("slot", at.map(Delivered::slot).orElse(null));
    json.put("deliveredAt", at.map(d -> d.at().toString()).orElse(null));
    var received = ReceivedExposure.of(request);
    json.put("exposureSeconds", received.map(ReceivedExposure::seconds).orElse(null));
    json.put("exposureTubeSeconds", received.map(ReceivedExposure::weightedSeconds).orElse(null));
    json.put("peakCelsius", received.map(ReceivedExposure::peakCelsius).orElse(null));
    json.put("reason", request.reason().isEmpty() ? null : request.reason());
    return json;
  }

  static String csv(JobState job) {
    var text = new StringWriter();
    var csv = CsvWriter.builder().bufferSize(0).build(text);
    csv.writeRecord(
        "item",
        "tube_barcode",
        "outcome",
        "port",
        "slot",
        "delivered_at",
        "exposure_seconds",
        "exposure_tube_seconds",
        "peak_celsius",
        "reason");
    job.requests().forEach(request -> record(request, csv));
    return text.toString();
  }

  private static void record(RequestState request, CsvWriter csv) {
    var at = request.delivered();
    var received = ReceivedExposure.of(request);
    csv.writeRecord(
        Integer.toString(request.index()),
        text(request.tube()),
        request.phase().name(),
        text(at.map(Delivered::port)),
        text(at.map(Delivered::slot)),
        text(at.map(Delivered::at)),
        text(received.map(ReceivedExposure::seconds)),
        text(received.map(ReceivedExposure::weightedSeconds)),
        text(received.map(ReceivedExposure::peakCelsius)),
        request.reason());
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }
}
