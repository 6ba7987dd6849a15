package org.clientportal.cli;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs one command given as arguments, or a shell when there are none. */
@SpringBootApplication(proxyBeanMethods = false)
class Cli {

    public static void main(String[] args) {
        var application = new SpringApplication(Cli.class);
        // options belong to the commands; Spring would take --name=value for its own settings
        application.setAddCommandLineProperties(false);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setLazyInitialization(true);
        application.setDefaultProperties(Map.of("spring.shell.interactive.enabled", "false"));
        System.exit(SpringApplication.exit(application.run(args)));
    }
}
