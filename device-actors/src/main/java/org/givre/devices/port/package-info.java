/** Ports: whose turn it is to dock, and which slots of the buffer are taken. */
@NullMarked
package org.givre.devices.port;

import org.jspecify.annotations.NullMarked;
