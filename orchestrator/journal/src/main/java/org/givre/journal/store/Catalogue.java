package org.givre.journal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * All persistence ids and tags, by name and by number. Kept in memory: about 150 bytes for each
 * persistence id (reckoned, not measured). One thread adds, any thread reads.
 */
final class Catalogue {
  private final Names<Owner> owners = new Names<>();
  private final Names<Tag> tags = new Names<>();

  /** Things by name, and by the number under which they came. */
  private static final class Names<T> {
    private final Map<String, T> byName = new ConcurrentHashMap<>();
    private final Map<Integer, T> byNumber = new ConcurrentHashMap<>();

    private T add(String name, IntFunction<T> make) {
      var number = byNumber.size();
      var made = make.apply(number);
      byNumber.put(number, made);
      byName.put(name, made);
      return made;
    }

    private Optional<T> named(String name) {
      return Optional.ofNullable(byName.get(name));
    }

    private T numbered(int number, String what) {
      var known = byNumber.get(number);
      if (known == null) {
        throw new ByteSource.Malformed("%s %d was never named".formatted(what, number));
      }
      return known;
    }

    private Stream<T> inOrder() {
      return Stream.iterate(0, n -> n < byNumber.size(), n -> n + 1).map(byNumber::get);
    }
  }

  Optional<Owner> owner(String persistenceId) {
    return owners.named(persistenceId);
  }

  Optional<Tag> tag(String name) {
    return tags.named(name);
  }

  /** Refuses a number that has no name. */
  Owner owner(int number) {
    return owners.numbered(number, "Persistence id");
  }

  /** Refuses a number that has no name. */
  Tag tag(int number) {
    return tags.numbered(number, "Tag");
  }

  Owner addOwner(String persistenceId) {
    return owners.add(persistenceId, number -> new Owner(number, persistenceId));
  }

  Tag addTag(String name) {
    return tags.add(name, number -> new Tag(number, name));
  }

  /** By number. */
  Stream<Owner> owners() {
    return owners.inOrder();
  }

  /** By number. */
  Stream<Tag> tags() {
    return tags.inOrder();
  }

  /** Persistence ids with durable events, by number; one that is not durable yet ends them. */
  List<String> durableIds(int from, int limit) {
    var ids = new ArrayList<String>();
    for (var number = from; number < ownerCount() && ids.size() < limit; number++) {
      var owner = owner(number);
      if (owner.highest() == 0) {
        return ids;
      }
      ids.add(owner.persistenceId());
    }
    return ids;
  }

  int ownerCount() {
    return owners.byNumber.size();
  }

  int tagCount() {
    return tags.byNumber.size();
  }
}
