package org.givre.orchestrator.job;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.givre.orchestrator.job.JobSpec.TubeRequest;
import org.givre.plans.store.TubeId;

/** Jobs to test with. */
public final class SampleJobs {
  private SampleJobs() {}

  /** Asks for one tube, or any of several, by request. */
  public static TubeRequest anyOf(String... barcodes) {
    var tubes = Arrays.stream(barcodes).map(TubeId::new).toList();
    var asked = tubes.size() == 1 ? new Asked.NamedTube(tubes.get(0)) : new Asked.AnyOf(tubes);
    return new TubeRequest(asked, tubes);
  }

  /** A job of ordinary urgency. */
  public static JobSpec spec(TubeRequest... requests) {
    return spec(false, Optional.empty(), requests);
  }

  /** The same, held. */
  public static JobSpec held(TubeRequest... requests) {
    return spec(true, Optional.empty(), requests);
  }

  /** A job of ordinary urgency that is due then. */
  public static JobSpec due(Instant due, TubeRequest... requests) {
    var plain = spec(requests);
    return new JobSpec(
        plain.type(),
        plain.externalRef(),
        plain.requester(),
        plain.labels(),
        plain.priority(),
        plain.notBefore(),
        Optional.of(due),
        plain.deadlineAt(),
        plain.hold(),
        plain.port(),
        plain.requests(),
        plain.idempotency(),
        plain.retryOf());
  }

  /** The same, with all that a test may care for. */
  public static JobSpec spec(boolean hold, Optional<Instant> deadline, TubeRequest... requests) {
    return new JobSpec(
        "retrieve",
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        5,
        Optional.empty(),
        Optional.empty(),
        deadline,
        hold,
        Optional.empty(),
        List.of(requests),
        Optional.empty(),
        Optional.empty());
  }
}
