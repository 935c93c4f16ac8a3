package org.hubfleet.lift.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.lift.Lifter;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Told;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Scalar;

/**
 * {@code home}: no homes, or a volume for each person. Where a hub asks for homes and an override
 * makes them others, that is reported by the capability itself.
 */
final class HomeLines implements Lifter {
  private static final String TYPE = "singleuser.storage.type";
  private static final String SIZE = "singleuser.storage.capacity";
  private static final String PATH = "singleuser.storage.homeMountPath";

  @Override
  public List<Proposal> propose(Told told) {
    if (told.file().get("home").isPresent()) {
      return List.of();
    }
    Optional<Scalar> type = told.scalar(TYPE);
    Optional<Scalar> size = told.scalar(SIZE).filter(s -> s.kind() == Scalar.Kind.STRING);
    Optional<Scalar> path = told.scalar(PATH);
    if (type.filter(said -> said.text().equals("none")).isPresent()) {
      return List.of(Proposal.of("home", Told.line("home", type.get()), TYPE));
    }
    boolean volumes = type.map(said -> said.text().equals("dynamic")).orElse(true);
    if (!volumes || (size.isEmpty() && path.isEmpty())) {
      return List.of();
    }
    List<String> said = new ArrayList<>();
    type.ifPresent(t -> said.add(TYPE));
    size.ifPresent(s -> said.add(SIZE));
    path.ifPresent(p -> said.add(PATH));
    Mapping wish =
        Mapping.builder(size.or(() -> path).orElseThrow().origin())
            .put("size", size)
            .put("path", path)
            .build();
    return List.of(
        Proposal.of(
            "home",
            Told.line("home", path.isEmpty() ? size.orElseThrow() : wish),
            said.toArray(String[]::new)));
  }
}
