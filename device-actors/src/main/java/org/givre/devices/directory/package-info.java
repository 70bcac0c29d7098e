/**
 * Where the actors of devices are found, whatever node they live on. Everybody else knows the
 * directory only: a store that outgrows one machine changes the directory and nothing besides.
 */
@NullMarked
package org.givre.devices.directory;

import org.jspecify.annotations.NullMarked;
