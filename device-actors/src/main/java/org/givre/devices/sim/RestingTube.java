package org.givre.devices.sim;

/**
 * A tube that no robot has moved: it stands where it was first loaded.
 *
 * @param boxOutSeconds how long its box had been out of the cold when the tube came
 */
record RestingTube(LoadedTube loaded, String dewar, String importId, double boxOutSeconds) {
  String barcode() {
    return loaded.tube().id().value();
  }

  Box box() {
    return Box.of(loaded.position());
  }
}
