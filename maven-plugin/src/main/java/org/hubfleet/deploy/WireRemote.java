package org.hubfleet.deploy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.util.FileUtils;

/**
 * A repository on a server. Its tip is fetched without history, and without the content of files
 * where the server gives single blobs afterwards; else with all content of the tip. What is fetched
 * lies in a temporary repository without any checkout.
 */
final class WireRemote implements Remote {
  private final Target target;
  private final Doors doors;
  private final Path scratch;
  private final FileRepository local;
  private boolean blobless = true;

  /** The tip that was fetched with all its content. */
  private Optional<ObjectId> whole = Optional.empty();

  private WireRemote(Target target, Doors doors, Path scratch, FileRepository local) {
    this.target = target;
    this.doors = doors;
    this.scratch = scratch;
    this.local = local;
  }

  /** Prepares the temporary repository; nothing is asked of the server yet. */
  static WireRemote open(Target target, Secrets secrets) throws IOException {
    Path scratch = Files.createTempDirectory("hubs-deploy");
    FileRepository local =
        (FileRepository)
            new FileRepositoryBuilder()
                .setBare()
                .setGitDir(scratch.resolve("tip.git").toFile())
                .build();
    local.create(true);
    return new WireRemote(target, new Doors(secrets), scratch, local);
  }

  @Override
  public Optional<ObjectId> tip() throws IOException {
    try {
      return fetchTip();
    } catch (TransportException refused) {
      if (!blobless || !isAboutFilter(refused)) {
        throw refused;
      }
      blobless = false;
      return fetchTip();
    }
  }

  /** The only word of it is in the message. */
  private static boolean isAboutFilter(TransportException refused) {
    return String.valueOf(refused.getMessage()).contains("filter requires server");
  }

  private Optional<ObjectId> fetchTip() throws IOException {
    try (Transport transport = doors.open(local, target)) {
      transport.setDepth(1);
      if (blobless) {
        transport.setFilterSpec(FilterSpec.fromFilterLine("blob:none"));
      }
      try (FetchConnection connection = transport.openFetch(List.of(new RefSpec(target.ref())))) {
        Optional<Ref> found = Optional.ofNullable(connection.getRef(target.ref()));
        Optional<ObjectId> tip = found.map(Ref::getObjectId);
        if (tip.isPresent() && !(blobless ? has(tip.get()) : tip.equals(whole))) {
          connection.fetch(NullProgressMonitor.INSTANCE, List.of(found.get()), Set.of());
          whole = blobless ? Optional.empty() : tip;
        }
        return tip;
      }
    }
  }

  private boolean has(ObjectId object) throws IOException {
    try (ObjectReader reader = local.newObjectReader()) {
      return reader.has(object);
    }
  }

  @Override
  public void need(Collection<ObjectId> blobs) throws IOException {
    List<Ref> missing = missing(blobs);
    if (missing.isEmpty()) {
      return;
    }
    try {
      fetch(missing);
    } catch (IOException refused) {
      everything(refused);
    }
    List<Ref> still = missing(blobs);
    if (!still.isEmpty()) {
      everything(new TransportException("the server does not give single blobs"));
    }
  }

  private List<Ref> missing(Collection<ObjectId> blobs) throws IOException {
    List<Ref> missing = new ArrayList<>();
    try (ObjectReader reader = local.newObjectReader()) {
      for (ObjectId blob : blobs) {
        if (!reader.has(blob)) {
          missing.add(new ObjectIdRef.Unpeeled(Ref.Storage.NETWORK, blob.name(), blob));
        }
      }
    }
    return missing;
  }

  private void fetch(List<Ref> wanted) throws IOException {
    try (Transport transport = doors.open(local, target)) {
      transport.setFetchThin(false);
      try (FetchConnection connection = transport.openFetch(List.of(new RefSpec(target.ref())))) {
        connection.fetch(NullProgressMonitor.INSTANCE, wanted, Set.of());
      }
    }
  }

  /** Fetches the tip with all its content. */
  private void everything(IOException reason) throws IOException {
    if (!blobless) {
      throw reason;
    }
    blobless = false;
    fetchTip();
  }

  @Override
  public ObjectReader reader() {
    return local.newObjectReader();
  }

  @Override
  public ObjectInserter inserter(int objects) {
    PackInserter pack = local.getObjectDatabase().newPackInserter();
    pack.setCompressionLevel(1);
    return pack;
  }

  @Override
  public Repository repository() {
    return local;
  }

  @Override
  public Push push(ObjectId commit, Optional<ObjectId> expected) throws IOException {
    RemoteRefUpdate update =
        new RemoteRefUpdate(
            local,
            commit.name(),
            commit,
            target.ref(),
            false,
            null,
            expected.orElse(ObjectId.zeroId()));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (Transport transport = doors.open(local, target)) {
      transport.setPushThin(false);
      transport.push(NullProgressMonitor.INSTANCE, List.of(update), said);
    } catch (TransportException broken) {
      // The answer is lost, not necessarily the push.
      if (now().equals(Optional.of(commit))) {
        return Push.DONE;
      }
      throw broken;
    }
    return judged(update, expected, said.toString(StandardCharsets.UTF_8));
  }

  private Optional<ObjectId> now() {
    try {
      return tip();
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }

  private Push judged(RemoteRefUpdate update, Optional<ObjectId> expected, String said)
      throws IOException {
    switch (update.getStatus()) {
      case OK, UP_TO_DATE:
        return Push.DONE;
      case REJECTED_REMOTE_CHANGED, REJECTED_NONFASTFORWARD:
        return Push.MOVED;
      default:
        if (!tip().equals(expected)) {
          return Push.MOVED;
        }
        String reason = update.getMessage() == null ? "" : update.getMessage() + " ";
        throw new Rejected((reason + said).strip().replaceAll("\\s+", " "));
    }
  }

  @Override
  public void close() {
    local.close();
    try {
      FileUtils.delete(
          scratch.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING | FileUtils.IGNORE_ERRORS);
    } catch (IOException stays) {
      // The system cleans its temporary folder.
    }
  }
}
