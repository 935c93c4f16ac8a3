package org.hubfleet.bundles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The command that writes {@code <minor>.json} for every minor it is given.
 *
 * <p>Arguments: the folder that holds {@code overlay.yaml} and receives the bundles, then one
 * {@code <minor>=<folder of jars>} each. Stops before writing anything when the overlay names a
 * definition or a field that none of the minors has, or a kind has no rule for its name.
 */
public final class BundleMaker {
  private BundleMaker() {}

  public static void main(String[] arguments) throws IOException {
    Path shelf = Path.of(arguments[0]);
    Overlay overlay = Overlay.read(shelf.resolve("overlay.yaml"));
    Map<String, Bundle> bundles = new TreeMap<>();
    for (int i = 1; i < arguments.length; i++) {
      String[] pair = arguments[i].split("=", 2);
      bundles.put(pair[0], bundle(pair[0], Path.of(pair[1]), overlay));
    }
    overlay.requireAllUsed();
    for (Map.Entry<String, Bundle> bundle : bundles.entrySet()) {
      Files.writeString(shelf.resolve(bundle.getKey() + ".json"), bundle.getValue().text());
      System.out.println(bundle.getKey() + ": " + bundle.getValue().summary());
    }
  }

  private static Bundle bundle(String minor, Path jars, Overlay overlay) throws IOException {
    try (ClientRelease client = ClientRelease.open(jars)) {
      List<ClientKind> kinds = client.kinds();
      Map<String, Object> shapes = new ModelShapes(kinds).all();
      List<String> missing = new ArrayList<>();
      for (ClientKind kind : kinds) {
        if (!overlay.namesKind(kind.definition())) {
          missing.add(kind.definition());
        }
      }
      if (!missing.isEmpty()) {
        throw new IllegalStateException("overlay.yaml has no name rule for " + missing);
      }
      return Bundle.of(minor, kinds, overlay.applyTo(minor, shapes));
    }
  }
}
