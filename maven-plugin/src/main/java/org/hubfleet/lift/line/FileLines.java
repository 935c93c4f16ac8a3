package org.hubfleet.lift.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.lift.Lifter;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Told;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.ValuePath;

/** {@code files}: files of every server, which lines call by their paths. */
final class FileLines implements Lifter {
  private static final ValuePath FILES = ValuePath.of("singleuser", "extraFiles");

  @Override
  public List<Proposal> propose(Told told) {
    List<Proposal> found = new ArrayList<>();
    told.entries(FILES.toString())
        .forEach((name, entry) -> file(name, entry.value()).ifPresent(found::add));
    return found;
  }

  private static Optional<Proposal> file(String name, Node said) {
    Optional<String> path = said.get("mountPath").flatMap(Node::string);
    Optional<Node> content = said.get("stringData").or(() -> said.get("data"));
    if (path.isEmpty() || content.isEmpty()) {
      return Optional.empty();
    }
    Mapping wish =
        Mapping.builder(said.origin())
            .put("text", said.get("stringData"))
            .put("data", said.get("data"))
            .build();
    Mapping line = Mapping.builder(said.origin()).put(path.get(), wish).build();
    Map<ValuePath, ValuePath> elsewhere = new LinkedHashMap<>();
    Leaves.moved(said, FILES.key(name), FILES.key(path.get()), elsewhere);
    return Optional.of(
        new Proposal("files", Told.line("files", line), List.of(FILES.key(name)), elsewhere));
  }
}
