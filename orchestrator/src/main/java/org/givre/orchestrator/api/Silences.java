package org.givre.orchestrator.api;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.devices.time.EngineTime;

/** When each device was last heard, and since when it is silent. Engine time. */
final class Silences {
  private final EngineTime time;
  private final SortedMap<String, Instant> silentSince = new TreeMap<>();

  Silences(EngineTime time) {
    this.time = time;
  }

  /** It has just answered. */
  synchronized Instant heard(String device) {
    silentSince.remove(device);
    return time.now();
  }

  /** It has not answered; since when that is known. */
  synchronized Instant since(String device) {
    return silentSince.computeIfAbsent(device, first -> time.now());
  }
}
