/**
 * Links that lead people into a hub, to a repository that their server holds or fetches.
 *
 * <p>Start reading at {@link org.hubfleet.model.link.Link}.
 */
package org.hubfleet.model.link;
