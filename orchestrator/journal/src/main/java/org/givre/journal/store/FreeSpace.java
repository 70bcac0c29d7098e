package org.givre.journal.store;

import java.io.IOException;

/** Tells how many bytes a disk has left for us. */
@FunctionalInterface
public interface FreeSpace {
  long bytes() throws IOException;
}
