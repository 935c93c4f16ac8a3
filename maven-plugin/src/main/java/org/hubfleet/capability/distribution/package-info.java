/** What a hub is told of the distribution that it is built on. */
package org.hubfleet.capability.distribution;
