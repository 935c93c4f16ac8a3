/**
 * Answers about links into hubs: new ones with their badges, and what those of others mean.
 *
 * <p>Start reading at {@link org.hubfleet.author.link.NewLink}.
 */
package org.hubfleet.author.link;
