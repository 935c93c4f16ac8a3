package org.hubfleet.lower;

import org.hubfleet.shelf.CapabilityFolder;

/** A capability and the folder that describes it. */
public record KnownCapability(CapabilityFolder folder, Capability capability) {}
