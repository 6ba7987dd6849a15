package org.clientportal.cli;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Import;

/**
 * Runs one command given as arguments, or a shell when there are none. Everything is named here and in
 * {@link ShellConfiguration}: looking for what could be configured would double the time a command takes to start.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(ShellConfiguration.class)
class Cli {

    public static void main(String[] args) {
        var application = new SpringApplication(Cli.class);
        // options belong to the commands; Spring would take --name=value for its own settings
        application.setAddCommandLineProperties(false);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setLazyInitialization(true);
        // not what lies in the directory where the command is typed
        application.setDefaultProperties(Map.of("spring.config.location", "optional:classpath:/"));
        System.exit(SpringApplication.exit(application.run(args)));
    }
}
