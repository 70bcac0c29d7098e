package org.givre.orchestrator.api;

import java.util.Optional;
import org.givre.orchestrator.job.RequestState;

/** What the tube of a request that is over has got on its way, to a port or back to its well. */
record ReceivedExposure(double seconds, double weightedSeconds, double peakCelsius) {

  static Optional<ReceivedExposure> of(RequestState request) {
    return request
        .delivered()
        .map(d -> new ReceivedExposure(d.seconds(), d.weightedSeconds(), d.peakCelsius()))
        .or(
            () ->
                request
                    .returned()
                    .map(
                        r ->
                            new ReceivedExposure(
                                r.seconds(), r.weightedSeconds(), r.peakCelsius())));
  }
}
