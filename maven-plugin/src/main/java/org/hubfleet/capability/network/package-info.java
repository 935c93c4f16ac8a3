/** Facts of a cluster's network that upstream values speak of. */
package org.hubfleet.capability.network;
