package org.clientportal.portal.evidence;

import java.time.Instant;
import java.util.List;

/**
 * What came of working everything out again.
 *
 * @param ok whether nothing was found
 * @param chains how many organisations have one
 * @param erased how many of the confirmations were erased, as recorded
 * @param unsealed how many links wait for a seal
 * @param witnessed how many lines outside the database were compared; 0 says nothing about the ends of chains
 * @param keys the keys that count, by their id
 * @param found how much was found
 * @param findings what was found, the first of them
 */
public record Verdict(
        Instant at,
        boolean ok,
        long chains,
        long links,
        long confirmations,
        long erased,
        long seals,
        long unsealed,
        long witnessed,
        List<String> keys,
        long found,
        List<Finding> findings) {

    public Verdict {
        keys = List.copyOf(keys);
        findings = List.copyOf(findings);
    }
}
