package org.givre.devices.journal;

/** Marks what the journal keeps for ever; stored as protobuf by the codec of its entity. */
public interface JournalEvent {}
