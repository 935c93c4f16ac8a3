package org.hubfleet.render;

import freemarker.template.Template;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Origin;

/**
 * One template of the shelf, and the skeletons of what it printed: hubs that take the same branches
 * share one. Safe for threads.
 */
final class LocatedTemplate {
  /** So that a fleet of very different hubs does not fill the memory; more are read each time. */
  private static final int MOST_KEPT = 50;

  private final String file;
  private final Template template;
  private final Map<String, Skeleton> skeletons = new ConcurrentHashMap<>();

  /** The template in a file of the shelf. */
  LocatedTemplate(Shelf shelf, String file) {
    this.file = file;
    this.template = TemplateEngine.parse(file, shelf.text(file));
  }

  /** The file, from the shelf. */
  String file() {
    return file;
  }

  /**
   * What it makes of a tree; absent when it prints nothing.
   *
   * @param outermost the origin of fixed text that stands in no block
   */
  Optional<Mapping> filled(Mapping tree, Origin outermost) {
    OriginTable table = new OriginTable();
    String text = TemplateEngine.print(template, tree, table);
    return skeleton(text).filled(table, outermost);
  }

  private Skeleton skeleton(String text) {
    return Optional.ofNullable(skeletons.get(text)).orElseGet(() -> read(text));
  }

  private Skeleton read(String text) {
    Skeleton skeleton = Skeleton.of(file, text);
    if (skeletons.size() < MOST_KEPT) {
      skeletons.put(text, skeleton);
    }
    return skeleton;
  }
}
