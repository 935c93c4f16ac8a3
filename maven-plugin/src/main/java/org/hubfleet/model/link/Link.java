package org.hubfleet.model.link;

import java.util.Optional;

/**
 * A link into a hub.
 *
 * @param hub the address of the hub, with a slash at its end, such as {@code https://lab.example/}
 * @param repository that the server has or fetches
 * @param branch absent where it is the repository's own choice
 * @param folder in the home that holds the repository
 * @param path of a file or folder in the repository; empty for the repository itself
 */
public record Link(
    String hub,
    Optional<Repository> repository,
    Optional<String> branch,
    String folder,
    String path,
    Ui ui) {
  /** A link to a repository in the folder of its name. */
  public static Link to(String hub, Repository repository) {
    return new Link(hub, Optional.of(repository), Optional.empty(), repository.name(), "", Ui.LAB);
  }

  /** The same to a branch. */
  public Link onBranch(Optional<String> other) {
    return new Link(hub, repository, other, folder, path, ui);
  }

  /** The same in another folder. */
  public Link in(String other) {
    return new Link(hub, repository, branch, other, path, ui);
  }

  /** The same to a file or folder of the repository. */
  public Link opening(String other) {
    return new Link(hub, repository, branch, folder, other, ui);
  }

  /** The same with another way to see it. */
  public Link with(Ui other) {
    return new Link(hub, repository, branch, folder, path, other);
  }

  /**
   * The address that fetches the repository, or what is new in it, and then opens it. Works where
   * the image holds nbgitpuller; one without a repository cannot be fetched.
   */
  public String fetching() {
    Repository fetched = repository.orElseThrow();
    StringBuilder url = new StringBuilder(hub + "hub/user-redirect/git-pull?repo=");
    url.append(UrlText.encoded(fetched.address()));
    branch.ifPresent(name -> url.append("&branch=").append(UrlText.encoded(name)));
    if (!folder.equals(fetched.name())) {
      url.append("&targetpath=").append(UrlText.encoded(folder));
    }
    return url.append("&urlpath=").append(UrlText.encoded(ui.place(place()))).toString();
  }

  /** The address that opens what the server has. Works with every image. */
  public String launching() {
    return hub + "hub/user-redirect/" + ui.place(place());
  }

  /** Where the file or folder is in the home. */
  private String place() {
    return path.isEmpty() ? folder : folder + "/" + path;
  }
}
