/**
 * The compiled files to a deployment repository, as one commit: the only room that knows git.
 *
 * <p>Trees are built in the object database, never checked out. Uses {@code write}, {@code
 * compare}, {@code review} and below, and what no pass may use: the network, the clock and the
 * environment. Start reading at {@link org.hubfleet.deploy.Deployment}.
 */
package org.hubfleet.deploy;
