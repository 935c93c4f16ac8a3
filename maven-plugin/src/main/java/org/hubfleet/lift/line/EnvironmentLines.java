package org.hubfleet.lift.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.lift.Lifter;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Told;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/** {@code environments}: the image of all servers, the page that they open, and how they start. */
final class EnvironmentLines implements Lifter {
  private static final String NAME = "singleuser.image.name";
  private static final String TAG = "singleuser.image.tag";
  private static final String PAGE = "singleuser.defaultUrl";
  private static final String COMMAND = "singleuser.cmd";
  private static final String FOLDER = "hub.config.KubeSpawner.working_dir";
  private static final Map<String, String> PAGES =
      Map.of(
          "/lab", "lab",
          "/tree", "classic",
          "/rstudio", "rstudio",
          "/vscode", "code",
          "/desktop", "desktop");

  @Override
  public List<Proposal> propose(Told told) {
    Optional<Scalar> name = told.scalar(NAME);
    Optional<Scalar> tag = told.scalar(TAG);
    if (name.isEmpty() || tag.isEmpty()) {
      return List.of();
    }
    List<String> said = new ArrayList<>(List.of(NAME, TAG));
    Optional<Scalar> page = told.scalar(PAGE).filter(text -> !text.text().isEmpty());
    page.ifPresent(text -> said.add(PAGE));
    Optional<Node> command = command(told);
    command.ifPresent(list -> said.add(COMMAND));
    Optional<Scalar> folder = told.scalar(FOLDER);
    folder.ifPresent(text -> said.add(FOLDER));
    Mapping wish =
        Mapping.builder(name.get().origin())
            .put("image", Told.text(name.get().text() + ":" + tag.get().text(), name.get()))
            .put("ui", page.map(EnvironmentLines::ui))
            .put("workingDir", folder)
            .put("command", command)
            .put("default", beside(told).map(list -> Scalar.bool(true, list.origin())))
            .build();
    Mapping line =
        Mapping.builder(name.get().origin()).put(shortName(name.get().text()), wish).build();
    return List.of(
        Proposal.of("environments", Told.line("environments", line), said.toArray(String[]::new)));
  }

  /** Where people choose, what they choose from counts, and this is what is there besides. */
  private static Optional<Node> beside(Told told) {
    return told.node("singleuser.profileList")
        .filter(node -> node.sequence().filter(list -> !list.items().isEmpty()).isPresent());
  }

  private static Optional<Node> command(Told told) {
    return told.node(COMMAND)
        .filter(node -> node.sequence().map(list -> !list.items().isEmpty()).orElse(false));
  }

  /** The word for a page, or its path. */
  static Scalar ui(Scalar page) {
    return Told.text(PAGES.getOrDefault(page.text(), page.text()), page);
  }

  /** A short name for an image, from the last part of its repository. */
  static String shortName(String repository) {
    String last = repository.substring(repository.lastIndexOf('/') + 1);
    String name =
        last.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
    return name.isEmpty() ? "image" : name;
  }
}
