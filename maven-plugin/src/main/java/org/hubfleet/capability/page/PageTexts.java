package org.hubfleet.capability.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/** The texts and links of a page. Reports {@code page/markup}. */
final class PageTexts {
  private static final RuleName MARKUP = RuleName.of("page/markup");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>|&(#[0-9]+|[a-z]+);");
  private static final Pattern PARAGRAPH_END = Pattern.compile("\\n\\s*\\n");

  /** What is said before the names, by their key and in the order in which people read them. */
  private static final Map<String, String> WORDS = words();

  private final Mapping page;
  private final List<Diagnostic> problems;

  PageTexts(Mapping page, List<Diagnostic> problems) {
    this.page = page;
    this.problems = problems;
  }

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("designers", "Designed by");
    words.put("operators", "Operated by");
    words.put("funders", "Funded by");
    return words;
  }

  /** Announcements, each of whose texts was looked at. */
  Mapping checked(Mapping announcements) {
    announcements
        .entries()
        .values()
        .forEach(
            one -> {
              Node said = one.value();
              said.scalar().or(() -> said.get("text").flatMap(Node::scalar)).ifPresent(this::look);
            });
    return announcements;
  }

  /** The paragraphs about the hub. */
  Optional<Sequence> about() {
    return page.get("about").flatMap(Node::scalar).map(this::paragraphs);
  }

  private Sequence paragraphs(Scalar text) {
    look(text);
    List<Scalar> paragraphs =
        PARAGRAPH_END
            .splitAsStream(text.text().strip())
            .map(one -> Scalar.string(one.strip(), text.origin()))
            .toList();
    return Sequence.of(paragraphs, text.origin());
  }

  private void look(Scalar text) {
    if (TAG.matcher(text.text()).find()) {
      problems.add(
          Diagnostic.warning(
                  text.origin().place(),
                  MARKUP,
                  "this is shown as the text it is, people will read its tags")
              .hint("write plain text; a link belongs below page.links"));
    }
  }

  /** The links, each {@code {name, to}}. */
  Optional<Sequence> links() {
    List<Node> links = new ArrayList<>();
    for (Map.Entry<String, Mapping.Entry> link : Page.entries(page, "links").entrySet()) {
      Origin key = link.getValue().key();
      links.add(
          Mapping.builder(key)
              .put("name", Scalar.string(link.getKey(), key))
              .put("to", link.getValue().value())
              .build());
    }
    return list(links, page.keyOrigin("links"));
  }

  /** Lines of people behind the hub by what they did, each {@code {words, names: [...]}}. */
  Optional<Mapping> parties() {
    Mapping.Builder lines = Mapping.builder(page.origin());
    WORDS.forEach((key, words) -> lines.put(key, parties(key, words)));
    return Optional.of(lines.build()).filter(found -> !found.isEmpty());
  }

  private Optional<Mapping> parties(String key, String words) {
    List<Node> names = new ArrayList<>();
    for (Map.Entry<String, Mapping.Entry> party : Page.entries(page, key).entrySet()) {
      Node said = party.getValue().value();
      names.add(
          Mapping.builder(party.getValue().key())
              .put("name", Scalar.string(party.getKey(), party.getValue().key()))
              .put("link", said.get("link").or(() -> said.scalar()))
              .put("logo", said.get("logo"))
              .build());
    }
    Origin origin = page.keyOrigin(key);
    return list(names, origin)
        .map(all -> Mapping.builder(origin).put("words", words).put("names", all).build());
  }

  private static Optional<Sequence> list(List<Node> items, Origin origin) {
    return items.isEmpty() ? Optional.empty() : Optional.of(Sequence.of(items, origin));
  }
}
