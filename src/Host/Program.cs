using System.CommandLine;
using ActorKube.Host.Commands;

var root = new RootCommand("ActorKube: a container orchestrator that speaks the Kubernetes API.");
Command[] commands =
[
    UpCommand.Create(), DownCommand.Create(), StatusCommand.Create(), HostsCommand.Create(), ImageCommand.Create(), LogsCommand.Create(),
    ServeCommand.Create(), GuardCommand.Create(), ExplainCommand.Create(),
];
foreach (var command in commands)
{
    root.Subcommands.Add(command);
}

try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (Exception e) when (e is InvalidOperationException or InvalidDataException or TimeoutException or IOException)
{
    // What a person can mend is said in a sentence, not in a stack trace.
    await Console.Error.WriteLineAsync("actorkube: " + e.Message);
    return 1;
}
