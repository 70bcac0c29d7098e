package org.givre.orchestrator.campaign;

import java.util.List;
import java.util.Map;

/**
 * How an engine process is started.
 *
 * @param speed engine seconds in a second of the wall
 * @param properties options of the Java machine, such as {@code -Dname=value}
 * @param environment added to that of the test
 */
record EngineSetup(double speed, List<String> properties, Map<String, String> environment) {
  static EngineSetup at(double speed) {
    return new EngineSetup(speed, List.of(), Map.of());
  }
}
