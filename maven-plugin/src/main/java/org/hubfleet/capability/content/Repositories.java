package org.hubfleet.capability.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.model.link.Content;
import org.hubfleet.model.link.Repository;
import org.hubfleet.model.link.RepositoryPage;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * Lowers {@code content} to what the derivation of pulled repositories needs, and to the image that
 * pulls them, which nodes fetch beforehand.
 *
 * <p>Reports {@code content/no-repository}, {@code content/secret}, {@code content/page-address},
 * {@code content/same-folder}, {@code content/under-a-mount} and {@code content/unreachable}.
 */
public final class Repositories implements Capability {
  private static final RuleName NONE = RuleName.of("content/no-repository");
  private static final RuleName SECRET = RuleName.of("content/secret");
  private static final RuleName PAGE = RuleName.of("content/page-address");
  private static final RuleName SAME = RuleName.of("content/same-folder");
  private static final RuleName UNDER = RuleName.of("content/under-a-mount");
  private static final RuleName UNREACHABLE = RuleName.of("content/unreachable");
  private static final Pattern CREDENTIALS = Pattern.compile("https://[^/@]*@.*");
  private static final String POLICY = "singleuser.networkPolicy.";
  private static final String KEY = "content";
  private static final String DNS = "53";

  private final Shelf shelf;

  /**
   * @param shelf knows the image
   */
  public Repositories(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    LoweredValues values = new LoweredValues(hub.tree().keyOrigin(KEY));
    Optional<Mapping> wishes = hub.tree().get(KEY).flatMap(Node::mapping);
    if (wishes.filter(map -> !map.isEmpty()).isEmpty()) {
      return values.tree();
    }
    wishes.get().entries().values().forEach(entry -> address(entry.value(), problems));
    List<Content> contents = Content.of(hub);
    sameFolders(contents, problems);
    contents.forEach(content -> add(content, hub, values));
    values.set("prePuller.extraImages." + KEY, image(hub));
    return values.tree();
  }

  private static void add(Content content, Hub hub, LoweredValues values) {
    values.fact(
        "content.repositories." + content.name(),
        Mapping.builder(content.why())
            .put(
                "address",
                Scalar.string(content.repository().address(), content.address().origin()))
            .put("branch", content.branch())
            .put("folder", content.folder())
            .build());
    Content.addressOf(hub)
        .map(address -> content.link(address, Content.uiOf(hub)))
        .ifPresent(
            link ->
                values.note(
                    "link to " + content.name(), Scalar.string(link.launching(), content.why())));
  }

  /** Upstream's own image for servers, which holds git and nbgitpuller. */
  private Mapping image(Hub hub) {
    return shelf
        .tree("upstream/versions.yaml", Layer.COMPILER)
        .get("images")
        .flatMap(all -> all.get("jupyterhub.singleuser.image"))
        .flatMap(Node::mapping)
        .map(found -> found.from(hub.tree().keyOrigin(KEY)))
        .orElseThrow(() -> new IllegalStateException("no image that pulls"));
  }

  private static void address(Node wish, List<Diagnostic> problems) {
    Scalar said = wish.scalar().or(() -> wish.get("repo").flatMap(Node::scalar)).orElseThrow();
    Optional<RepositoryPage> page = RepositoryPage.parse(said.text());
    if (CREDENTIALS.matcher(said.text()).matches()) {
      problems.add(
          Diagnostic.error(
                  said.origin().place(),
                  SECRET,
                  "the address of a repository holds a name or token")
              .hint("only repositories that everyone can read are pulled")
              .mask());
    } else if (page.isPresent()) {
      problems.add(
          Diagnostic.error(
                  said.origin().place(), PAGE, "this is the address of a page, not of a repository")
              .hint("write " + instead(page.get())));
    } else if (Repository.parse(said.text()).isEmpty()) {
      problems.add(
          Diagnostic.error(
              said.origin().place(), NONE, "no repository has the address " + said.text()));
    }
  }

  private static String instead(RepositoryPage page) {
    String open = page.path().isEmpty() ? "" : ", open: \"" + page.path() + "\"";
    return "{repo: \""
        + page.repository().address()
        + "\", branch: \""
        + page.branch()
        + "\""
        + open
        + "}";
  }

  private static void sameFolders(List<Content> contents, List<Diagnostic> problems) {
    for (int i = 0; i < contents.size(); i++) {
      for (Content before : contents.subList(0, i)) {
        String one = before.folder().text() + "/";
        String two = contents.get(i).folder().text() + "/";
        if (one.startsWith(two) || two.startsWith(one)) {
          problems.add(
              Diagnostic.error(
                      contents.get(i).folder().origin().place(),
                      SAME,
                      contents.get(i).name() + " and " + before.name() + " are in one folder")
                  .hint("give one of them another with folder: <name>")
                  .related(before.folder().origin().place(), before.name()));
        }
      }
    }
  }

  /** Where homes are, what lies over them and what servers may reach is known with overrides. */
  @Override
  public void inspect(Values effective, List<Diagnostic> problems) {
    List<Content> contents = Content.of(effective.hub());
    String home = effective.string("singleuser.storage.homeMountPath").orElse("");
    for (Map.Entry<String, Mapping.Entry> mount :
        effective.entries("singleuser.storage.extraVolumeMounts").entrySet()) {
      mount
          .getValue()
          .value()
          .get("mountPath")
          .flatMap(Node::string)
          .ifPresent(path -> contents.forEach(c -> under(c, home, path, problems)));
    }
    boolean closed =
        effective.isTrue(POLICY + "enabled")
            && !effective.isTrue(POLICY + "egressAllowRules.nonPrivateIPs")
            && effective.items(POLICY + "egress").stream().allMatch(Repositories::isOfNames);
    if (closed && !contents.isEmpty()) {
      problems.add(
          Diagnostic.warning(
                  contents.get(0).why().place(),
                  UNREACHABLE,
                  "servers of this hub reach nothing outside, so no repository can be pulled")
              .hint("allow them to reach the repository's host, or remove content"));
    }
  }

  /** Whether a rule lets servers ask for the addresses of names, and nothing else. */
  private static boolean isOfNames(Node rule) {
    List<Node> ports =
        rule.get("ports").flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
    return !ports.isEmpty()
        && ports.stream()
            .allMatch(
                port ->
                    port.get("port")
                        .flatMap(Node::scalar)
                        .filter(said -> said.text().equals(DNS))
                        .isPresent());
  }

  private static void under(Content content, String home, String mount, List<Diagnostic> problems) {
    String folder = home.replaceAll("/$", "") + "/" + content.folder().text() + "/";
    String over = mount.replaceAll("/+$", "") + "/";
    if (folder.startsWith(over) && !home.startsWith(mount) || over.equals(folder)) {
      problems.add(
          Diagnostic.error(
                  content.folder().origin().place(),
                  UNDER,
                  "another volume lies over " + folder + ", so nobody would see the repository")
              .hint("give it another folder"));
    }
  }
}
