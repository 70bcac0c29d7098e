/**
 * Disks that fail, for tests of whoever stands on the journal: {@link
 * org.givre.journal.faults.Faults} between a process and its kernel, and a {@link
 * org.givre.journal.faults.SmallDisk} that fills up. They need Linux, gcc and root; a {@link
 * org.givre.journal.faults.Requirement} says what becomes of a test without.
 */
@NullMarked
package org.givre.journal.faults;

import org.jspecify.annotations.NullMarked;
