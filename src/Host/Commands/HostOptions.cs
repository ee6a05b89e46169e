using System.CommandLine;
using ActorKube.Host.Composition;
using ActorKube.Host.Launcher;

namespace ActorKube.Host.Commands;

/// <summary>The options of all commands that start a host.</summary>
internal sealed class HostOptions
{
    private readonly Option<string> _data = new("--data") { Description = "Folder of the cluster's state. Default: $ACTORKUBE_HOME, else ~/.actorkube.", DefaultValueFactory = static _ => DefaultDirectory() };
    private readonly Option<int> _port = new("--port") { Description = "Port of the API. Default: the last one, else 6443.", DefaultValueFactory = static _ => 6443 };
    private readonly Option<string> _runtime = new("--runtime") { Description = "docker: real containers. simulated: none at all. Default: the last one, else docker.", DefaultValueFactory = static _ => "docker" };

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

    /// <summary>What isn't given is as it was when the host of that folder was last started; a running host is what it was started with.</summary>
    public HostSettings Read(ParseResult result)
    {
        var directory = Path.GetFullPath(result.GetValue(_data)!);
        var remembered = RememberedSettings.Read(directory);
        var isRunning = new HostFiles(directory).RunningPid() is not null;
        return new HostSettings
        {
            DataDirectory = directory,
            Port = remembered is not null && (isRunning || !IsGiven(result, _port)) ? remembered.Port : result.GetValue(_port),
            Runtime = remembered is not null && (isRunning || !IsGiven(result, _runtime)) ? remembered.Runtime : result.GetValue(_runtime)!,
        };
    }

    private static bool IsGiven(ParseResult result, Option option) => result.GetResult(option) is { Implicit: false };
}
