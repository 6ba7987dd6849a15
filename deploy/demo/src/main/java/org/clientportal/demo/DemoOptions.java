package org.clientportal.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is said on the command line.
 *
 * @param port the portal's port; when left out 8080, or a free one if that is taken
 * @param agent whether the automatic agent of the desk answers
 * @param json file that gets addresses, logins and process ids as well
 */
record DemoOptions(Optional<Integer> port, boolean agent, Optional<Path> json) {

    private static final int USUAL_PORT = 8080;

    static DemoOptions parse(List<String> arguments) {
        Optional<Integer> port = Optional.empty();
        var agent = true;
        Optional<Path> json = Optional.empty();
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var option = rest.next();
            if (option.equals("--no-agent")) {
                agent = false;
                continue;
            }
            var equals = option.indexOf('=');
            var name = equals < 0 ? option : option.substring(0, equals);
            if (!name.equals("--port") && !name.equals("--json")) {
                throw new Refused(name + " is not known; there are --port N, --no-agent and --json FILE");
            }
            if (equals < 0 && !rest.hasNext()) {
                throw new Refused(name + " wants a value");
            }
            var value = equals < 0 ? rest.next() : option.substring(equals + 1);
            if (name.equals("--port")) {
                port = Optional.of(port(value));
            } else {
                json = Optional.of(Path.of(value));
            }
        }
        return new DemoOptions(port, agent, json);
    }

    private static int port(String value) {
        try {
            var port = Integer.parseInt(value);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new Refused("--port wants a number from 1 to 65535, not " + value);
    }

    int portalPort() {
        if (port.isEmpty()) {
            return Ports.isFree(USUAL_PORT) ? USUAL_PORT : Ports.free();
        }
        if (!Ports.isFree(port.get())) {
            throw new Refused("port " + port.get() + " is taken; choose another with --port N");
        }
        return port.get();
    }

    /** The command line cannot be followed. */
    static final class Refused extends RuntimeException {
        Refused(String why) {
            super(why);
        }
    }
}
