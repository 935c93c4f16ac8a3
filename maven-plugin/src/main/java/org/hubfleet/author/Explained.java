package org.hubfleet.author;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.ValuePath;

/**
 * Where one value comes from and what became of it.
 *
 * @param path of the value in the hub's values, or of the field in its object
 * @param value absent when it is a secret
 * @param with further places it was made from
 * @param overrode what stood there before, the last first
 * @param reaches the fields and traits that are made from it; empty for fields of objects
 */
public record Explained(
    ValuePath path,
    Optional<Scalar> value,
    Place from,
    Layer layer,
    List<Place> with,
    List<Overrode> overrode,
    List<Target> reaches) {
  /**
   * A value that another one replaced.
   *
   * @param value absent when it is a secret or no single value
   */
  public record Overrode(Optional<Scalar> value, boolean secret, Place from, Layer layer) {}

  /**
   * What is made from a value.
   *
   * @param owner such as {@code Deployment/hub}, or {@code trait}
   * @param field such as {@code spec.replicas} or {@code KubeSpawner.mem_limit}
   */
  public record Target(String owner, String field) {
    /** Whether it is a trait of the hub's configuration, not a field of an object. */
    public boolean isTrait() {
      return owner.equals("trait");
    }

    /** The object, or the trait itself. */
    String name() {
      return isTrait() ? field : owner;
    }
  }

  public Explained {
    with = List.copyOf(with);
    overrode = List.copyOf(overrode);
    reaches = List.copyOf(reaches);
  }
}
