package org.givre.orchestrator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * How far the import has come that is running, or was last. One import writes, anybody reads; a
 * reader may see counts that are a moment apart.
 */
final class ImportProgress {
  /** What is being done. */
  enum Stage {
    NONE,
    RECEIVING,
    CHECKING,
    STORING,
    DONE
  }

  private volatile Stage stage = Stage.NONE;
  private volatile long bytes;
  private volatile int rows;
  private volatile int racks;
  private volatile int racksStored;

  /** Begins anew. */
  void receiving() {
    bytes = 0;
    rows = 0;
    racks = 0;
    racksStored = 0;
    stage = Stage.RECEIVING;
  }

  void received(long bytesSoFar) {
    bytes = bytesSoFar;
  }

  void checking() {
    stage = Stage.CHECKING;
  }

  void checked(int rowsSoFar) {
    rows = rowsSoFar;
  }

  void storing(int racksToStore) {
    racks = racksToStore;
    stage = Stage.STORING;
  }

  void stored(int racksSoFar) {
    racksStored = racksSoFar;
  }

  void done() {
    stage = Stage.DONE;
  }

  ObjectNode json() {
    var now = stage;
    var running = now != Stage.NONE && now != Stage.DONE;
    return JsonNodeFactory.instance
        .objectNode()
        .put("running", running)
        .put("stage", now.name().toLowerCase(Locale.ROOT))
        .put("bytes", bytes)
        .put("rows", rows)
        .put("racks", racks)
        .put("racksStored", racksStored);
  }
}
