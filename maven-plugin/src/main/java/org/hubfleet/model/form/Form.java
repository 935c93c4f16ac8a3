package org.hubfleet.model.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * How the form asks for an environment and a size. What a kind of server says counts before what
 * the hub says of all.
 *
 * @param said what stands under {@code form}, the nearest first; may be empty
 * @param built whether people have images built, which takes the form that shows descriptions
 */
public record Form(List<Node> said, boolean built) {
  public Form {
    said = List.copyOf(said);
  }

  /** What the form may ask. */
  public enum Question {
    ENVIRONMENT("environment", "Environment"),
    SIZE("size", "Size");

    private final String word;
    private final String title;

    Question(String word, String title) {
      this.word = word;
      this.title = title;
    }
  }

  /** That of a hub. */
  public static Form of(Hub hub, boolean built) {
    return new Form(hub.tree().get("form").stream().toList(), built);
  }

  /** The same for one kind of server. */
  public Form within(Mapping kind, boolean builtThere) {
    return new Form(Stream.concat(kind.get("form").stream(), said.stream()).toList(), builtThere);
  }

  /** The key of the option, by which links and requests name it. */
  public String key(Question question) {
    return one(question.word + ".key").flatMap(Node::string).orElse(question.word);
  }

  /** What people see above the choices. */
  public Node title(Question question, Origin why) {
    return one(question.word + ".title").orElse(Scalar.string(question.title, why));
  }

  /** How names and descriptions are shown. */
  public Wording wording() {
    return new Wording(
        one("descriptions").flatMap(Node::string).map("apart"::equals).orElse(built));
  }

  private Optional<Node> one(String path) {
    return said.stream().flatMap(form -> at(form, path).stream()).findFirst();
  }

  private static Optional<Node> at(Node form, String path) {
    return form.mapping().flatMap(map -> map.at(path));
  }
}
