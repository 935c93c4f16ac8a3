package org.hubfleet.compare;

import java.util.Optional;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;

/**
 * One field that means something else than before.
 *
 * @param before absent for a field that is new
 * @param after absent for a field that is gone
 * @param origin of the new value; of what it stood in when it is gone
 */
public record FieldChange(
    FieldPath path, Optional<Node> before, Optional<Node> after, Origin origin) {}
