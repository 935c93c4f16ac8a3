package org.hubfleet.deploy;

import org.hubfleet.diagnostic.Place;

/**
 * What is deployed to.
 *
 * @param branch without {@code refs/heads/}
 * @param folder inside the repository, without slashes at its ends; empty for all of it
 * @param place where somebody said so, for reports
 */
public record Target(Address address, String branch, String folder, Place place) {
  /** The full name of the branch. */
  String ref() {
    return "refs/heads/" + branch;
  }

  /** A path of {@code generated/} as the repository has it. */
  String path(String file) {
    return folder.isEmpty() ? file : folder + "/" + file;
  }
}
