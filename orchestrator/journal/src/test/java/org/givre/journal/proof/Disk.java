package org.givre.journal.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.givre.journal.proof.Trace.Step;

/**
 * A disk with a journalling file system, as a power cut may leave it. The model:
 *
 * <ul>
 *   <li>What was synced (fsync, fdatasync, or msync of just that range) is there.
 *   <li>Of writes that were not, any subset of their 512-byte sectors is there: none, all, some, in
 *       any order; the last one may have been only begun. A write that made its file longer and is
 *       lost may leave it short.
 *   <li>Names (made, renamed, linked, removed) and sizes that were set (ftruncate) change in the
 *       order in which they were changed: the file system's journal may have lost its end. A sync
 *       of a directory forces all of them up to the last in that directory; a sync of a file forces
 *       all up to the last that concerns that file. So do ext4, XFS and btrfs; POSIX promises less.
 * </ul>
 *
 * Data and names are otherwise independent: a file may have its name and none of its content, also
 * where ext4's {@code data=ordered} would write the content first.
 */
final class Disk {
  private final Map<Integer, DiskFile> files = new HashMap<>();
  private final Names durable = new Names();
  private final Names live = new Names();
  private final List<Change> pending = new ArrayList<>();

  /** Sizes that are on the disk before what was written until then. */
  private final Set<Step> resized = Collections.newSetFromMap(new IdentityHashMap<>());

  /** What the file system's journal has: a change of a name, or of a size. */
  private record Change(Step step, int file) {
    boolean isSize() {
      return step.kind() == 'T';
    }
  }

  void apply(Step step) {
    switch (step.kind()) {
      case 'W' -> file(step.file()).change(step);
      case 'T' -> {
        file(step.file()).change(step);
        pending.add(new Change(step, step.file()));
      }
      case 'S' -> sync(step);
      case 'D' -> force(lastIn(step.text()));
      case 'M' -> {}
      default -> {
        pending.add(new Change(step, live.fileOf(step)));
        live.apply(step);
      }
    }
  }

  private DiskFile file(int number) {
    return files.computeIfAbsent(number, none -> new DiskFile());
  }

  private void sync(Step step) {
    if (step.b() < 0) {
      file(step.file()).sync();
    } else {
      file(step.file()).sync(step.a(), step.b());
    }
    var last = 0;
    for (var n = 0; n < pending.size(); n++) {
      last = pending.get(n).file() == step.file() ? n + 1 : last;
    }
    force(last);
  }

  private int lastIn(String directory) {
    var last = 0;
    for (var n = 0; n < pending.size(); n++) {
      for (var name : pending.get(n).step().names()) {
        last = name.startsWith(directory + "/") || name.equals(directory) ? n + 1 : last;
      }
    }
    return last;
  }

  private void force(int count) {
    var forced = pending.subList(0, count);
    apply(forced, durable, resized);
    forced.clear();
  }

  private static void apply(List<Change> changes, Names names, Set<Step> sizes) {
    for (var change : changes) {
      if (change.isSize()) {
        sizes.add(change.step());
      } else {
        names.apply(change.step());
      }
    }
  }

  /** Builds in {@code target} what may be found of the tree {@code root} after a cut now. */
  void cut(RandomGenerator chance, String root, Path target) throws IOException {
    var names = durable.copy();
    var kept =
        switch (chance.nextInt(3)) {
          case 0 -> 0;
          case 1 -> pending.size();
          default -> chance.nextInt(pending.size() + 1);
        };
    Set<Step> sizes = Collections.newSetFromMap(new IdentityHashMap<>());
    sizes.addAll(resized);
    apply(pending.subList(0, kept), names, sizes);
    for (var name : names.files().entrySet()) {
      if (name.getKey().startsWith(root + "/")) {
        var path = target.resolve(name.getKey().substring(root.length() + 1));
        make(path, name.getValue(), file -> file.afterCut(chance, sizes::contains));
      }
    }
  }

  private void make(Path path, int file, Function<DiskFile, byte[]> content) throws IOException {
    if (file == Names.DIRECTORY) {
      Files.createDirectories(path);
    } else {
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.write(path, content.apply(file(file)));
    }
  }
}
