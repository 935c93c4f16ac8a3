package org.hubfleet.verify.reach;

import org.hubfleet.source.Origin;

/**
 * Whether a connection is let through.
 *
 * @param why the rule that lets it through; where there is none, the policies that do not; where
 *     nothing is limited, what says that there is no policy
 */
record Verdict(boolean isOpen, Origin why) {}
