package org.givre.orchestrator.storefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The store of the demo as a tree that a test may break. */
final class DemoStore {
  static final String RESOURCE = "/demo/1000g/store.json";

  private DemoStore() {}

  static String text() {
    try (var in = DemoStore.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The demo store is not on the class path: " + RESOURCE);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode tree() {
    try {
      return (ObjectNode) new ObjectMapper().readTree(text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The demo store with the value at {@code pointer} replaced; {@code "-"} removes it. */
  static String with(String pointer, String json) {
    try {
      var tree = tree();
      var slash = pointer.lastIndexOf('/');
      set(tree.at(pointer.substring(0, slash)), pointer.substring(slash + 1), json);
      return new ObjectMapper().writeValueAsString(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void set(JsonNode parent, String field, String json) throws IOException {
    var removed = json.equals("-");
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(field), new ObjectMapper().readTree(json));
    } else if (removed) {
      ((ObjectNode) parent).remove(field);
    } else {
      ((ObjectNode) parent).set(field, new ObjectMapper().readTree(json));
    }
  }
}
