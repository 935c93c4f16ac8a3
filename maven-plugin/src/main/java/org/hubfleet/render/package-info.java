/**
 * FreeMarker templates to located objects.
 *
 * <p>Every value a template prints is a YAML flow node whose anchor names its origin; the rendered
 * text is parsed at once, so that neither indentation nor injection can go wrong and every field
 * knows the line of {@code config/} behind it. Uses {@code lower} and below. Start reading at
 * {@link org.hubfleet.render.Renderer}.
 */
package org.hubfleet.render;
