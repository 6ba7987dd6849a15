package org.clientportal.portal.tickets;

/** Somebody was asked to approve something. */
public record ApprovalAsked(long ticket, long person) {}
