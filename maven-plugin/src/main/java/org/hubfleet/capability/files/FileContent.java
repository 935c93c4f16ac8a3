package org.hubfleet.capability.files;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Hub;
import org.hubfleet.model.SecretText;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * What is in one file.
 *
 * @param wish what the hub says of it
 * @param kind the key of upstream's that holds content: {@code stringData}, {@code binaryData} or
 *     {@code data}
 * @param node the content; the wish itself where a Secret holds it
 * @param why where its path stands
 */
record FileContent(String path, Node wish, String kind, Node node, Origin why) {
  private static final RuleName ONE = RuleName.of("files/content");
  private static final RuleName MISSING = RuleName.of("files/missing-file");
  private static final RuleName SECRET = RuleName.of("files/secret");
  private static final List<String> KINDS = List.of("text", "file", "data", "secret");

  /** The content; absent when something was reported. */
  static Optional<FileContent> of(
      Hub hub, String path, Mapping.Entry entry, List<Diagnostic> problems) {
    Node wish = entry.value();
    if (wish instanceof Scalar) {
      return new FileContent(path, wish, "stringData", wish, entry.key()).withoutSecrets(problems);
    }
    List<String> given = KINDS.stream().filter(kind -> wish.get(kind).isPresent()).toList();
    if (given.size() != 1) {
      problems.add(
          Diagnostic.error(
              entry.key().place(),
              ONE,
              "a file has exactly one of text, file, data and secret, found "
                  + (given.isEmpty() ? "none" : String.join(" and ", given))));
      return Optional.empty();
    }
    Node said = wish.get(given.get(0)).orElseThrow();
    Optional<FileContent> content =
        switch (given.get(0)) {
          case "file" -> beside(hub, path, wish, (Scalar) said, entry.key(), problems);
          case "data" -> Optional.of(new FileContent(path, wish, "data", said, entry.key()));
          case "secret" -> Optional.of(new FileContent(path, wish, "secret", wish, entry.key()));
          default -> Optional.of(new FileContent(path, wish, "stringData", said, entry.key()));
        };
    return content.flatMap(found -> found.withoutSecrets(problems));
  }

  private static Optional<FileContent> beside(
      Hub hub, String path, Node wish, Scalar name, Origin why, List<Diagnostic> problems) {
    Optional<Mapping> found = hub.attachment(name);
    if (found.isEmpty()) {
      String file = name.origin().place().file();
      String folder = file.substring(0, file.lastIndexOf('/') + 1) + "files";
      problems.add(
          Diagnostic.error(
                  name.origin().place(),
                  MISSING,
                  "there is no file \"" + name.text() + "\" in " + folder)
              .hint(
                  Nearest.to(name.text(), hub.attachmentsBeside(name))
                      .map(near -> "did you mean \"" + near + "\"?")));
      return Optional.empty();
    }
    boolean text = found.get().get("text").isPresent();
    Node content = found.get().get(text ? "text" : "base64").orElseThrow();
    Origin origin = name.origin().with(content.origin());
    return Optional.of(
        new FileContent(path, wish, text ? "stringData" : "binaryData", content.from(origin), why));
  }

  /** Itself; absent when it holds a secret in plain text, which is reported. */
  private Optional<FileContent> withoutSecrets(List<Diagnostic> problems) {
    String text = kind.equals("data") ? JsonWriter.write(node) : node.string().orElse("");
    Optional<String> secret =
        kind.equals("binaryData") ? Optional.empty() : SecretText.inFile(path, text);
    if (secret.isEmpty()) {
      return Optional.of(this);
    }
    problems.add(
        Diagnostic.error(
                node.origin().place(),
                SECRET,
                "the file " + path + " is a secret in plain text: " + secret.get())
            .hint("put it in a Secret and write secret: {name: <Secret>, key: <key>} instead")
            .mask());
    return Optional.empty();
  }

  /** Which Secret holds it; absent when none does. */
  Optional<Node> secret() {
    return kind.equals("secret") ? wish.get("secret") : Optional.empty();
  }

  String secretName() {
    return secret().flatMap(secret -> secret.get("name")).flatMap(Node::string).orElseThrow();
  }

  String secretKey() {
    return secret().flatMap(secret -> secret.get("key")).flatMap(Node::string).orElseThrow();
  }

  boolean isExecutable() {
    return wish.get("executable").filter(Node::isTrue).isPresent();
  }

  /** How much it takes of the ConfigMap that holds all of them. */
  long bytes() {
    return switch (kind) {
      case "stringData" -> ServerFiles.bytes(node.string().orElse(""));
      case "binaryData" -> node.string().orElse("").length() / 4 * 3L;
      case "data" -> ServerFiles.bytes(JsonWriter.write(node));
      default -> 0;
    };
  }
}
