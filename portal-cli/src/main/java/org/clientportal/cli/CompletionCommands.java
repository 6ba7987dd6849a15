package org.clientportal.cli;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.shell.core.command.annotation.Command;

/** Completion for shells; the tool's own shell has it built in. */
class CompletionCommands {

    private final ObjectProvider<Commands> commands;
    private final Output output;

    CompletionCommands(ObjectProvider<Commands> commands, Output output) {
        this.commands = commands;
        this.output = output;
    }

    @Command(name = "completion bash", description = "print a script that lets bash complete commands and options")
    void bash() {
        output.print(BashCompletion.of(commands.getObject()).stripTrailing());
    }
}
