package org.givre.devices.sim;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.givre.protocols.world.v1.BoxContent;
import org.givre.protocols.world.v1.BoxFilled;
import org.givre.protocols.world.v1.BoxLoad;
import org.givre.protocols.world.v1.BoxTube;

/** The records of boxes that people have filled, and what they mean. */
final class BoxRecords {
  private BoxRecords() {}

  private record Load(String importId, double boxOutSeconds) {
    BoxLoad.Builder begun() {
      return BoxLoad.newBuilder().setImportId(importId).setBoxOutSeconds(boxOutSeconds);
    }
  }

  /** A box with exactly these tubes, of which there is at least one. */
  static BoxFilled filled(List<RestingTube> tubes) {
    var loads = new LinkedHashMap<Load, BoxLoad.Builder>();
    for (var tube : tubes) {
      loads
          .computeIfAbsent(new Load(tube.importId(), tube.boxOutSeconds()), Load::begun)
          .addTubes(written(tube.loaded()));
    }
    var content = BoxContent.newBuilder();
    loads.values().forEach(content::addLoads);
    var any = tubes.get(0);
    return BoxFilled.newBuilder()
        .setDewar(any.dewar())
        .setRack(any.box().rack())
        .setLevel(any.box().level())
        .setTubes(tubes.size())
        .setContent(content.build().toByteString())
        .build();
  }

  private static BoxTube written(LoadedTube loaded) {
    return BoxTube.newBuilder()
        .setBarcode(loaded.tube().id().value())
        .setSpecimen(loaded.tube().specimen().value())
        .setMaterial(loaded.tube().material())
        .setAliquot(loaded.tube().aliquot())
        .setWell(loaded.position().well().label())
        .build();
  }

  static Box box(BoxFilled record) {
    return new Box(record.getRack(), record.getLevel());
  }

  /** The tubes that are told of. */
  static List<RestingTube> tubes(BoxFilled record) {
    var rack = new RackId(record.getRack());
    var tubes = new ArrayList<RestingTube>(record.getTubes());
    for (var load : content(record).getLoadsList()) {
      for (var tube : load.getTubesList()) {
        var position = new Position(rack, record.getLevel(), Well.parse(tube.getWell()));
        tubes.add(
            new RestingTube(
                new LoadedTube(tube(tube), position),
                record.getDewar(),
                load.getImportId(),
                load.getBoxOutSeconds()));
      }
    }
    return tubes;
  }

  private static BoxContent content(BoxFilled record) {
    try {
      return BoxContent.parseFrom(record.getContent());
    } catch (InvalidProtocolBufferException malformed) {
      throw new IllegalStateException(
          "The world's log has a box of rack %s that is none of the world's; restore it from a backup"
              .formatted(record.getRack()),
          malformed);
    }
  }

  private static Tube tube(BoxTube record) {
    return new Tube(
        new TubeId(record.getBarcode()),
        new SpecimenId(record.getSpecimen()),
        record.getMaterial(),
        record.getAliquot());
  }
}
