package org.givre.devices.action;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.journal.Cause;

/**
 * What somebody wants done with a job, a device or the site.
 *
 * @param id a ULID
 * @param type such as {@code pause}
 * @param arguments what the type needs besides, as text by name
 * @param ifRevision revisions at which it is to be done and no other; empty: at any
 * @param refusal code of a problem that whoever hands it on has found already: then it is only
 *     recorded
 */
public record Action(
    String id,
    String type,
    SortedMap<String, String> arguments,
    SortedSet<Long> ifRevision,
    Optional<String> refusal) {
  public Action {
    arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
    ifRevision = Collections.unmodifiableSortedSet(new TreeSet<>(ifRevision));
  }

  /** An action without arguments, at any revision. */
  public static Action of(String id, String type) {
    return new Action(id, type, new TreeMap<>(), new TreeSet<>(), Optional.empty());
  }

  /** The same with one more argument. */
  public Action with(String name, String value) {
    var more = new TreeMap<>(arguments);
    more.put(name, value);
    return new Action(id, type, more, ifRevision, refusal);
  }

  /** Why it must not be done, before anybody has looked at what it asks. */
  public Optional<String> refusalAt(long revision) {
    return refusal.or(
        () ->
            ifRevision.isEmpty() || ifRevision.contains(revision)
                ? Optional.empty()
                : Optional.of(Refusals.REVISION_STALE));
  }

  /** What is journalled of it once it is decided. */
  public ActionRecord decided(Optional<String> how) {
    return new ActionRecord(id, type, arguments, how);
  }

  /** The operator who asked, and why. */
  public Cause cause(String who, String why, String correlation) {
    return new Cause(Cause.Kind.OPERATOR, who, why, correlation, "action " + id);
  }
}
