package org.givre.journal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.journal.store.Finding.Kind;

/**
 * Gathers from the ledger what every persistence id and tag must have. Like {@link CatalogueRoll},
 * but goes on behind a break of the chain, where names may be unknown.
 */
final class Census implements Block.Parts {
  private final Findings findings;
  private final SortedMap<Integer, Owned> owners = new TreeMap<>();
  private final SortedMap<Integer, Tagged> tags = new TreeMap<>();
  private final SortedSet<Integer> tagsOfBlock = new TreeSet<>();
  private long offset;

  Census(Findings findings) {
    this.findings = findings;
  }

  private static final class Owned {
    private Optional<String> name = Optional.empty();
    private long highest;
    private long deletedTo;
  }

  private static final class Tagged {
    private Optional<String> name = Optional.empty();
    private long last;
  }

  void take(Block block) {
    offset = block.firstOffset();
    try {
      block.read(this);
    } catch (ByteSource.Malformed malformed) {
      findings.add(Kind.LEDGER, offset, String.valueOf(malformed.getMessage()));
    }
    tagsOfBlock.forEach(number -> tag(number).last = block.lastOffset());
    tagsOfBlock.clear();
  }

  private Owned owner(int number) {
    return owners.computeIfAbsent(number, unseen -> new Owned());
  }

  private Tagged tag(int number) {
    return tags.computeIfAbsent(number, unseen -> new Tagged());
  }

  @Override
  public void owner(int number, String persistenceId) {
    requireNext(number, owners.size(), persistenceId);
    owner(number).name = Optional.of(persistenceId);
  }

  @Override
  public void tag(int number, String name) {
    requireNext(number, tags.size(), name);
    tag(number).name = Optional.of(name);
  }

  private void requireNext(int number, int next, String name) {
    if (number != next && !findings.isInLedger()) {
      findings.add(
          Kind.LEDGER, offset, "%s has number %d where %d is next".formatted(name, number, next));
    }
  }

  @Override
  public void write(Block.Write write) {
    var owner = owner(write.owner());
    if (write.first() <= owner.highest) {
      findings.add(
          Kind.LEDGER,
          write.firstOffset(),
          "%s has sequence number %d after %d"
              .formatted(name(write.owner(), owner), write.first(), owner.highest));
    }
    owner.highest = write.last();
    write.tags().forEach(this::tagged);
  }

  private void tagged(int[] numbers) {
    for (var number : numbers) {
      tagsOfBlock.add(number);
    }
  }

  @Override
  public void deletion(int number, long toSequenceNumber) {
    var owner = owner(number);
    owner.deletedTo = Math.max(owner.deletedTo, toSequenceNumber);
  }

  private static String name(int number, Owned owner) {
    return owner.name.orElse("persistence id number " + number);
  }

  /** Everything that was seen, with made-up names where the true ones are lost. */
  Catalogue toCatalogue() {
    var catalogue = new Catalogue();
    for (var number = 0; !owners.isEmpty() && number <= owners.lastKey(); number++) {
      var seen = owner(number);
      var owner = catalogue.addOwner(name(number, seen));
      owner.committed(seen.highest);
      owner.deleted(seen.deletedTo);
    }
    for (var number = 0; !tags.isEmpty() && number <= tags.lastKey(); number++) {
      var seen = tag(number);
      catalogue.addTag(seen.name.orElse("tag number " + number)).committed(seen.last);
    }
    return catalogue;
  }

  /** What another catalogue of the same point has that this has not, or otherwise; a few of it. */
  List<String> differences(Catalogue other) {
    var mine = rows(toCatalogue());
    var theirs = rows(other);
    var differing = new ArrayList<>(theirs);
    differing.removeAll(new TreeSet<>(mine));
    if (differing.isEmpty() && mine.size() != theirs.size()) {
      differing.add("it has %d names; there are %d".formatted(theirs.size(), mine.size()));
    }
    return differing;
  }

  private static List<String> rows(Catalogue catalogue) {
    var rows = new ArrayList<String>();
    catalogue
        .owners()
        .forEach(
            owner ->
                rows.add(
                    "%s with events up to %d, deleted up to %d"
                        .formatted(owner.persistenceId(), owner.highest(), owner.deletedTo())));
    catalogue
        .tags()
        .forEach(tag -> rows.add("tag %s, last at %d".formatted(tag.name(), tag.last())));
    return rows;
  }
}
