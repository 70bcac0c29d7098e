/**
 * Reads store files, {@code givre-store/1}: what a site says its machine is made of.
 *
 * <p>Reading is strict, because a store file decides how long tubes are out of the cold: an unknown
 * field is refused rather than ignored, so that a misspelt limit is never a limit that does not
 * exist. Every complaint is a {@link org.givre.orchestrator.storefile.StoreFileException} with the
 * place as a JSON path, what was expected, what was found and what to do. Optional fields have the
 * defaults of the planning format; every physical value in a store file is the site's assumption.
 */
@NullMarked
package org.givre.orchestrator.storefile;

import org.jspecify.annotations.NullMarked;
