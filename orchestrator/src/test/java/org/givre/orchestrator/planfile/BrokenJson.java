package org.givre.orchestrator.planfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A good file of which one value is made wrong. */
final class BrokenJson {
  /** Instead of a value: the field is taken out. */
  static final String ABSENT = "nothing";

  private static final String MARK = "the wrong value";
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Pattern STEP = Pattern.compile("\\.([a-z_0-9]+)|\\[([0-9]+)]");

  private BrokenJson() {}

  /** {@code good} with another value at {@code path}, written as in a file, or without it. */
  static String with(String good, String path, String wrong) {
    var tree = tree(good);
    var steps = pointer(path);
    var cut = steps.lastIndexOf('/');
    var last = steps.substring(cut + 1);
    var parent = tree.at(steps.substring(0, cut));
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(last), TextNode.valueOf(MARK));
    } else if (wrong.equals(ABSENT)) {
      ((ObjectNode) parent).remove(last);
    } else {
      ((ObjectNode) parent).put(last, MARK);
    }
    return tree.toString().replace('"' + MARK + '"', wrong);
  }

  private static String pointer(String path) {
    return STEP.matcher(path.substring(1)).replaceAll("/$1$2");
  }

  /** Paths of all values in {@code good}, the file itself left out. */
  static List<String> paths(String good) {
    var paths = new ArrayList<String>();
    collect(tree(good), "$", paths);
    return paths.subList(1, paths.size());
  }

  private static void collect(JsonNode node, String path, List<String> paths) {
    paths.add(path);
    node.fieldNames().forEachRemaining(name -> collect(node.get(name), path + "." + name, paths));
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(node.get(i), "%s[%d]".formatted(path, i), paths);
      }
    }
  }

  private static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
