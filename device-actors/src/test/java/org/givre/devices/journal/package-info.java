/** What lies in the journal must be readable for ever. */
@NullMarked
package org.givre.devices.journal;

import org.jspecify.annotations.NullMarked;
