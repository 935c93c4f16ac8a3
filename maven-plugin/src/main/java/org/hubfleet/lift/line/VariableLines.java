package org.hubfleet.lift.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hubfleet.lift.Lifter;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Told;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.ValuePath;

/** {@code variables}: environment variables whose texts arrive as they are. */
final class VariableLines implements Lifter {
  /** A variable that Kubernetes fills in; in lines it would be plain text. */
  private static final Pattern FILLED_IN = Pattern.compile("(?<!\\$)(\\$\\$)*\\$\\(");

  @Override
  public List<Proposal> propose(Told told) {
    List<Proposal> found = new ArrayList<>();
    for (Map.Entry<String, Mapping.Entry> one : told.entries("singleuser.extraEnv").entrySet()) {
      Node value = one.getValue().value();
      if (value.string().filter(text -> !FILLED_IN.matcher(text).find()).isPresent()) {
        Scalar text = Told.text(asPeopleWriteIt(value.string().get()), value);
        Mapping line =
            Mapping.builder(value.origin()).put(one.getKey(), one.getValue().key(), text).build();
        found.add(
            new Proposal(
                "variables",
                Told.line("variables", line),
                List.of(ValuePath.of("singleuser", "extraEnv", one.getKey())),
                Map.of()));
      }
    }
    return found;
  }

  /** Without the doubled signs that keep KubeSpawner and Kubernetes from reading them. */
  private static String asPeopleWriteIt(String text) {
    return text.replace("{{", "{").replace("}}", "}").replace("$$", "$");
  }
}
