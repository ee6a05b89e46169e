using System.CommandLine;
using ActorKube.Host.Composition;

namespace ActorKube.Host.Commands;

/// <summary>The options of all commands that start a host.</summary>
internal sealed class HostOptions
{
    private readonly Option<string> _data = new("--data") { Description = "Folder of the cluster's state. Default: $ACTORKUBE_HOME, else ~/.actorkube.", DefaultValueFactory = static _ => DefaultDirectory() };
    private readonly Option<int> _port = new("--port") { Description = "Port of the API.", DefaultValueFactory = static _ => 6443 };
    private readonly Option<string> _runtime = new("--runtime") { Description = "docker: real containers. simulated: none at all.", DefaultValueFactory = static _ => "docker" };

    public static string DefaultDirectory() => Environment.GetEnvironmentVariable("ACTORKUBE_HOME") is { Length: > 0 } home
        ? home
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".actorkube");

    public void AddTo(Command command)
    {
        _runtime.AcceptOnlyFromAmong("docker", "simulated");
        command.Options.Add(_data);
        command.Options.Add(_port);
        command.Options.Add(_runtime);
    }

    public HostSettings Read(ParseResult result) => new()
    {
        DataDirectory = Path.GetFullPath(result.GetValue(_data)!),
        Port = result.GetValue(_port),
        Runtime = result.GetValue(_runtime)!,
    };
}
