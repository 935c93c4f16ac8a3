/**
 * What servers people can choose: kinds of servers, environments, and images that they type in.
 *
 * <p>Start reading at {@link org.hubfleet.model.server.Kind}.
 */
package org.hubfleet.model.server;
