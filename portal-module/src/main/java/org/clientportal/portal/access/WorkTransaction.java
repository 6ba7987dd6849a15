package org.clientportal.portal.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs in a transaction that sees everything: for routes, intake and the admin API. Never on the way of a page: the
 * architecture test allows it only where no person's request arrives.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Transactional("workTransactions")
public @interface WorkTransaction {}
