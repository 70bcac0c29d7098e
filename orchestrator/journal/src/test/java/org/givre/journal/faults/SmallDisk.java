package org.givre.journal.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A file system in memory, of a size of our choice. Only root may have one. */
public final class SmallDisk implements AutoCloseable {
  private static final int MEBIBYTE = 1 << 20;

  private final Path path;

  private SmallDisk(Path path) {
    this.path = path;
  }

  /** Mounts one, or ends the test where that is not possible. */
  public static SmallDisk mount(Path path, int mebibytes) throws IOException, InterruptedException {
    Files.createDirectories(path);
    var size = "size=%dm".formatted(mebibytes);
    Requirement.of(
        System.getProperty("os.name").equals("Linux")
            && run("mount", "-t", "tmpfs", "-o", size, "givre-proof", path.toString()),
        "a small file system is mounted by root on Linux only");
    return new SmallDisk(path);
  }

  public Path path() {
    return path;
  }

  public void resize(int mebibytes) throws IOException, InterruptedException {
    if (!run("mount", "-o", "remount,size=%dm".formatted(mebibytes), path.toString())) {
      throw new IOException("%s cannot be resized".formatted(path));
    }
  }

  /** Fills it up until so many MiB are left. */
  public void fill(int leftMebibytes) throws IOException {
    try (var filler =
        FileChannel.open(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (Files.getFileStore(path).getUsableSpace() / MEBIBYTE > leftMebibytes) {
        filler.write(ByteBuffer.allocate(MEBIBYTE));
      }
    }
  }

  /** Gives back what was filled up. */
  public void makeRoom() throws IOException {
    Files.deleteIfExists(filler());
  }

  private Path filler() {
    return path.resolve("filler");
  }

  public int usedMebibytes() throws IOException {
    var store = Files.getFileStore(path);
    return (int) ((store.getTotalSpace() - store.getUsableSpace()) >> 20);
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
  }

  @Override
  public void close() throws IOException {
    try {
      if (!run("umount", path.toString())) {
        throw new IOException("%s cannot be unmounted".formatted(path));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }
}
