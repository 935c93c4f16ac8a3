package org.hubfleet.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.model.distribution.Distribution;
import org.hubfleet.source.Attachment;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.SourceFile;

/**
 * One hub, its layers merged.
 *
 * @param id unique in the fleet
 * @param file of the hub, relative to the folder that holds {@code config/}
 * @param tree of the hub language, merged: fleet defaults, distribution, community defaults, hub;
 *     without {@code overrides}
 * @param overrides in the order in which they apply: fleet, distribution, community, hub
 * @param clusterOrigin where the hub says on which cluster it runs
 * @param distributions that it is built on, each over those before it; may be empty
 */
public record Hub(
    String id,
    String community,
    String file,
    Cluster cluster,
    String namespace,
    String release,
    Mapping tree,
    List<Override> overrides,
    Origin clusterOrigin,
    List<Distribution> distributions) {
  /** One block of {@code overrides}; the layer is that of its origin. */
  public record Override(Optional<Mapping> values, Optional<Mapping> patch, Mapping tree) {}

  private static final String TODAY = "(today)";
  private static final String STAFF = "(staff)";
  private static final String FILES = "(files)";
  private static final String TEXT = "text";
  private static final String BASE64 = "base64";

  public Hub {
    overrides = List.copyOf(overrides);
    distributions = List.copyOf(distributions);
  }

  /** A hub that is built on no distribution. */
  public Hub(
      String id,
      String community,
      String file,
      Cluster cluster,
      String namespace,
      String release,
      Mapping tree,
      List<Override> overrides,
      Origin clusterOrigin) {
    this(
        id,
        community,
        file,
        cluster,
        namespace,
        release,
        tree,
        overrides,
        clusterOrigin,
        List.of());
  }

  /** The id of the hub that a file describes: its community's name alone for {@code hub.yaml}. */
  public static String idOf(SourceFile file) {
    return file.name().equals("hub") ? file.community() : file.community() + "-" + file.name();
  }

  /** Whether the text is its id or its {@code community/file}. */
  public boolean isNamed(String name) {
    String last = file.substring(file.lastIndexOf('/') + 1).replace(".yaml", "");
    return name.equals(id) || name.equals(community + "/" + last);
  }

  /** The title, by default the id. */
  public String title() {
    return tree.get("title").flatMap(Node::string).orElse(id);
  }

  /** The domain, where it has one. */
  public Optional<String> domain() {
    return tree.get("domain").flatMap(Node::string);
  }

  /** The same hub on a day. */
  Hub today(Node day) {
    return saying(tree.with(TODAY, day));
  }

  /** Today as the fleet sees it; absent when it does not say. */
  public Optional<LocalDate> today() {
    return tree.get(TODAY).flatMap(Node::string).map(LocalDate::parse);
  }

  /** The same hub, told who of the fleet's operator looks after hubs. */
  Hub staffed(Node staff) {
    return saying(tree.with(STAFF, staff));
  }

  /** The operator's people by the login that gives them their names, as the fleet names them. */
  public Optional<Node> staff() {
    return tree.get(STAFF);
  }

  /** The same hub with files that its lines may name: its community's, and those of the fleet. */
  Hub with(List<Attachment> attachments) {
    String own = Attachment.folderBeside(file);
    Mapping.Builder found = Mapping.builder(tree.origin());
    for (Attachment one : attachments) {
      if (one.folder().equals(own) || !one.path().startsWith("config/communities/")) {
        Origin origin = Origin.at(Place.ofFile(one.path()), tree.origin().layer());
        found.put(
            one.path(),
            Mapping.builder(origin).put(one.isText() ? TEXT : BASE64, one.text()).build());
      }
    }
    return saying(tree.with(FILES, found.build()));
  }

  /**
   * The content of a file that lies in the folder {@code files} beside the file in which its name
   * stands: a map of {@code text}, or of {@code base64} where it is no text. Absent when there is
   * no such file.
   */
  public Optional<Mapping> attachment(Scalar name) {
    String path = Attachment.folderBeside(name.origin().place().file()) + name.text();
    return tree.get(FILES).flatMap(files -> files.get(path)).flatMap(Node::mapping);
  }

  /** The names of all files that could stand in place of a name, sorted. */
  public List<String> attachmentsBeside(Scalar name) {
    String folder = Attachment.folderBeside(name.origin().place().file());
    return tree.get(FILES).flatMap(Node::mapping).stream()
        .flatMap(files -> files.entries().keySet().stream())
        .filter(path -> path.startsWith(folder))
        .map(path -> path.substring(folder.length()))
        .toList();
  }

  /** The same hub with another tree. */
  public Hub saying(Mapping other) {
    return new Hub(
        id,
        community,
        file,
        cluster,
        namespace,
        release,
        other,
        overrides,
        clusterOrigin,
        distributions);
  }

  /** The same hub on another cluster. */
  public Hub on(Cluster other) {
    return new Hub(
        id,
        community,
        file,
        other,
        namespace,
        release,
        tree,
        overrides,
        clusterOrigin,
        distributions);
  }

  /** Whether the hub has that key, if only in a shape that was reported. */
  public boolean has(String key) {
    return tree.get(key).isPresent() || SoundKeys.isBroken(tree, key);
  }

  /** Whether what people wrote under that key has a shape that was reported, and was taken away. */
  public boolean isBroken(String key) {
    return SoundKeys.isBroken(tree, key);
  }

  /** The last value that overrides give at a dotted path below {@code jupyterhub}. */
  public Optional<Node> overridden(String path) {
    return overrides.stream()
        .flatMap(override -> override.values().stream())
        .flatMap(values -> values.get("jupyterhub").stream())
        .flatMap(values -> values.at(path).stream())
        .reduce((first, second) -> second);
  }

  /** The same problem, told in a file that the fleet can change. */
  public Diagnostic told(Diagnostic problem) {
    Diagnostic told = problem;
    for (Distribution distribution : distributions) {
      told = distribution.told(told);
    }
    return told;
  }

  /** Whether our departure of that name holds for this hub. */
  public boolean departs(String departure) {
    return tree.get("departures").flatMap(d -> d.get(departure)).map(Node::isTrue).orElse(true);
  }
}
