package org.clientportal.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What processes have used of the processors, as Linux counts it. */
final class Cpu {

    /** Clock ticks a second, the same on all Linux machines one meets. */
    private static final double TICKS = 100;

    private Cpu() {}

    static double milliseconds(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // the name in brackets may hold anything
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1000 / TICKS;
        } catch (IOException ended) {
            return 0;
        }
    }

    /** Of a server that keeps a process for each of its connections. */
    static double ofChildren(long pid) {
        return ProcessHandle.of(pid)
                .map(server -> milliseconds(pid)
                        + server.children()
                                .mapToDouble(child -> milliseconds(child.pid()))
                                .sum())
                .orElse(0.0);
    }
}
