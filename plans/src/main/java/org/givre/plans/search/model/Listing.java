package org.givre.plans.search.model;

import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;

/** What an instance lists, with its places in some order, and where each id stands there. */
final class Listing {
  final Instance instance;
  final Places places;
  final Ids dewarIds;
  final Ids rackIds;
  final Ids portIds;
  final Ids tubeIds;

  /** By place in the instance's list, what is said of each tube; all 0 until it is looked at. */
  final long[] tubeMarks;

  Listing(Instance instance, Places places) {
    this.instance = instance;
    this.places = places;
    this.dewarIds = Ids.of(places.dewars(), InstanceDewar::id);
    this.rackIds = Ids.of(places.racks(), InstanceRack::id);
    this.portIds = Ids.of(places.ports(), InstancePort::id);
    this.tubeIds = Ids.of(instance.tubes(), InstanceTube::id);
    this.tubeMarks = new long[instance.tubes().size()];
  }

  /** The mark of a tube; 0 where it is not listed. */
  long mark(int tube) {
    int place = tubeIds.find(tube);
    return place == Ids.NONE ? 0 : tubeMarks[place];
  }
}
