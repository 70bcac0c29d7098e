/** Where the actors of devices are found, whatever node they live on. */
@NullMarked
package org.givre.devices.directory;

import org.jspecify.annotations.NullMarked;
