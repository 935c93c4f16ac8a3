/**
 * The rung of the real JupyterHub: hubs boot from what the compiler emits, and people log in, start
 * servers, run code and come back.
 *
 * <p>Start reading at {@link org.hubfleet.e2e.hub.LiveHub} (a hub that runs) and {@link
 * org.hubfleet.e2e.hub.Person} (somebody with a browser).
 */
package org.hubfleet.e2e.hub;
