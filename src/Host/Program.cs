using System.CommandLine;
using ActorKube.Host.Commands;

var root = new RootCommand("ActorKube: a container orchestrator that speaks the Kubernetes API.");
root.Subcommands.Add(ServeCommand.Create());
return await root.Parse(args).InvokeAsync();
