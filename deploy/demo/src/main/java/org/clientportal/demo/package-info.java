/**
 * The demo: starts PostgreSQL, Keycloak, a mail server, the reference desk and the portal side by side on this machine, tells
 * where they are, and takes them down again. It uses the portal only from outside (its process, its settings, its admin
 * API); tests start the same parts from here.
 */
@NullMarked
package org.clientportal.demo;

import org.jspecify.annotations.NullMarked;
