package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpRequest;
import akka.stream.Materializer;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.givre.devices.action.Action;

/**
 * Reads actions: {@code {"type": ..., "reason": ..., ...}} with {@code If-Match} and who acts. What
 * is malformed is refused here and leaves no trace; everything else is for whom it concerns, types
 * that nobody knows included.
 */
final class ActionReader {
  private static final int MOST_ERRORS = 100;
  private static final int LONGEST_REASON = 1_000;
  private static final int LONGEST_TYPE = 64;

  private final Bodies bodies;
  private final Supplier<String> ids;
  private final SortedMap<String, ActionArguments> known;

  /**
   * A reader of actions of one kind of target.
   *
   * @param known types of actions, with what they take
   */
  ActionReader(ApiParts parts, SortedMap<String, ActionArguments> known) {
    this.bodies = new Bodies(Materializer.matFromSystem(parts.system()), parts.limits());
    this.ids = parts.ids();
    this.known = new TreeMap<>(known);
  }

  /** Types of actions that take nothing but a reason. */
  static SortedMap<String, ActionArguments> plain(String... types) {
    var plain = new TreeMap<String, ActionArguments>();
    List.of(types).forEach(type -> plain.put(type, ActionArguments.NONE));
    return plain;
  }

  CompletionStage<AskedAction> read(HttpRequest request) {
    Query.of(request);
    return bodies.json(request).thenApply(body -> read(request, body));
  }

  private AskedAction read(HttpRequest request, byte[] body) {
    var complaints = new Complaints(MOST_ERRORS);
    var root = JsonField.root(Json.parse(body), complaints);
    if (!root.isObject()) {
      complaints.check(ProblemCode.REQUEST_INVALID);
    }
    var type = root.field("type").words(LONGEST_TYPE).orElse("");
    var reason = root.field("reason").words(LONGEST_REASON).orElse("");
    var takes = Optional.ofNullable(known.get(type));
    if (!Requests.lenient(request)) {
      takes.ifPresent(arguments -> only(root, arguments));
    }
    var arguments = takes.map(t -> t.in(root)).orElseGet(TreeMap::new);
    complaints.check(ProblemCode.REQUEST_INVALID);
    var action =
        new Action(ids.get(), type, arguments, Revisions.wanted(request), Optional.empty());
    return new AskedAction(action, reason, Requests.operator(request), Optional.empty());
  }

  private static void only(JsonField root, ActionArguments arguments) {
    var names = new TreeSet<>(arguments.names());
    names.add("type");
    names.add("reason");
    root.only(names);
  }
}
