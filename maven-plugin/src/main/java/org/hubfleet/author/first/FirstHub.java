package org.hubfleet.author.first;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlWriter;

/**
 * The first file of a hub.
 *
 * @param hub name of its file without the ending
 * @param schema where the file's schema lies, as seen from the file
 * @param login how people log in, and who may; absent where the distribution says so
 */
public record FirstHub(
    String community,
    String hub,
    String cluster,
    Optional<String> title,
    Optional<String> domain,
    Optional<String> distribution,
    Optional<Login> login,
    List<String> admins,
    String schema) {
  /** A way to log in, by its word, and who may. */
  public record Login(String way, List<String> allowed) {}

  private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]*[a-z0-9])?");

  public FirstHub {
    admins = List.copyOf(admins);
  }

  /** The path of the file, relative to the folder that holds {@code config/}. */
  public String file() {
    return "config/communities/" + community + "/" + hub + ".yaml";
  }

  /** The id that the hub will have. */
  public String id() {
    return hub.equals("hub") ? community : community + "-" + hub;
  }

  /** What keeps it from being written, in a sentence. */
  public Optional<String> mistake() {
    if (!NAME.matcher(community).matches() || !NAME.matcher(hub).matches()) {
      return Optional.of(
          "hub is <community> or <community>/<hub>, in lower case letters, digits and dashes, such"
              + " as tidal-lab or tidal-lab/teaching");
    }
    if (hub.equals("community")) {
      return Optional.of("a file called community.yaml is about the community, not a hub");
    }
    return login.flatMap(way -> FirstLogin.mistake(way.way(), way.allowed()));
  }

  /** The ways to log in that can be asked for. */
  public static List<String> waysToLogIn() {
    return FirstLogin.ways();
  }

  /** The words between the commas of a text. */
  public static List<String> words(String text) {
    return FirstLogin.words(text);
  }

  /** Its text, with comments that teach, ending in a newline. */
  public String text(Shelf shelf) {
    List<String> lines = new ArrayList<>();
    Set<String> said = new LinkedHashSet<>();
    lines.add("# yaml-language-server: $schema=" + schema);
    lines.add(
        "# What a hub can say, with examples: docs/capabilities. After each change: mvn package.");
    key("title", title.orElseGet(this::titled), lines, said);
    key("cluster", cluster, lines, said);
    if (domain.isPresent()) {
      key("domain", domain.get(), lines, said);
    } else {
      lines.add("# The name under which people reach the hub; without one there is no way in.");
      lines.add("#domain: " + id() + ".example.org");
    }
    if (distribution.isPresent()) {
      lines.add("");
      lines.add("# What hubs of this kind have in common; what stands in this file wins over it.");
      key("distribution", distribution.get(), lines, said);
    }
    access(lines, said);
    lines.add("");
    lines.add("# More that a hub can say. Take away a number sign and change what follows it.");
    lines.addAll(new NextKeys(shelf).lines(said));
    return String.join("\n", lines) + "\n";
  }

  private void access(List<String> lines, Set<String> said) {
    Optional<FirstLogin> way =
        login.map(asked -> FirstLogin.of(asked.way(), asked.allowed(), id() + "-login"));
    Optional<Node> people =
        admins.isEmpty() ? Optional.empty() : Optional.of(FirstLogin.list(admins));
    Optional<Mapping> access =
        way.map(FirstLogin::tree)
            .map(tree -> people.map(p -> tree.with("admins", p)).orElse(tree))
            .or(() -> people.map(p -> FirstLogin.map("admins", p)));
    if (access.isPresent()) {
      lines.add("");
      lines.add("# Who gets in, and who looks after the hub.");
      way.ifPresent(found -> found.comment().forEach(line -> lines.add("# " + line)));
      add("access", access.get(), lines, said);
    }
  }

  private static void key(String key, String text, List<String> lines, Set<String> said) {
    add(key, FirstLogin.text(text), lines, said);
  }

  private static void add(String key, Node value, List<String> lines, Set<String> said) {
    said.add(key);
    YamlWriter.write(FirstLogin.map(key, value)).lines().forEach(lines::add);
  }

  /** A title made from the names. */
  private String titled() {
    String words = (hub.equals("hub") ? community : community + " " + hub).replace('-', ' ');
    StringBuilder title = new StringBuilder();
    for (String word : words.split(" +")) {
      title.append(title.isEmpty() ? "" : " ");
      title.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return title.toString();
  }
}
