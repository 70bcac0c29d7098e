package org.givre.devices.sim;

/** A slot of a port's buffer; slots count from 1. */
record PortSlot(String port, int slot) {}
