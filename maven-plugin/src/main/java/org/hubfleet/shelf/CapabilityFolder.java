package org.hubfleet.shelf;

import java.util.List;
import java.util.Optional;
import org.hubfleet.source.Mapping;

/**
 * One folder of {@code capabilities/}: a part of the language of hubs and what it lowers to.
 *
 * @param name of the folder, which is also the last part of its Java package
 * @param title heading of its page
 * @param summary what it gives to a community, in a sentence or two
 * @param java simple name of the class that lowers it; absent when a template does
 * @param after capabilities whose values come before its own
 * @param needs keys of a hub without which its own keys mean nothing
 * @param excludes keys of a hub that contradict its own
 * @param keys of a hub file that it owns
 * @param defaults what holds below its keys unless a file says otherwise; {@code *} stands for
 *     every name
 */
public record CapabilityFolder(
    String name,
    String title,
    String summary,
    Optional<String> java,
    List<String> after,
    List<String> needs,
    List<String> excludes,
    List<String> keys,
    Mapping defaults) {
  static final String ROOT = "capabilities/";

  public CapabilityFolder {
    after = List.copyOf(after);
    needs = List.copyOf(needs);
    excludes = List.copyOf(excludes);
    keys = List.copyOf(keys);
  }

  /** A file of the folder, relative to the shelf. */
  public String file(String name) {
    return ROOT + this.name + "/" + name;
  }
}
