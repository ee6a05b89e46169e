using System.Globalization;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Runtimes.Simulated;

namespace ActorKube.NodeAgent.Tests.Runtimes;

/// <summary>The few things that containers of the contract do: real shell scripts, of which the simulated runtime plays the outcome.</summary>
internal static class Scripts
{
    /// <summary>Runs until asked to stop, and then ends with 0.</summary>
    public static readonly IReadOnlyList<string> Serve = Shell("trap 'exit 0' TERM; sleep 1000 & wait");

    /// <summary>Uses all the CPU that it gets.</summary>
    public static readonly IReadOnlyList<string> Work = Shell("while :; do :; done");

    public static IReadOnlyList<string> Exit(int code) => Shell(string.Create(CultureInfo.InvariantCulture, $"exit {code}"));

    /// <summary>Writes lines and then serves.</summary>
    public static IReadOnlyList<string> PrintAndServe(params string[] lines) => Shell($"{string.Join("; ", lines.Select(l => $"echo {l}"))}; trap 'exit 0' TERM; sleep 1000 & wait");

    public static IReadOnlyList<string> Shell(string script) => ["/bin/sh", "-c", script];

    /// <summary>What the simulated runtime does for them.</summary>
    public static SimulatedWorkload Simulate(ContainerConfig config)
    {
        var parts = config.Command[^1].Split("; ");
        return new SimulatedWorkload
        {
            RunsFor = parts[0].StartsWith("exit ", StringComparison.Ordinal) ? TimeSpan.Zero : null,
            ExitCode = parts[0].StartsWith("exit ", StringComparison.Ordinal) ? int.Parse(parts[0]["exit ".Length..], CultureInfo.InvariantCulture) : 0,
            Log = [.. parts.Where(p => p.StartsWith("echo ", StringComparison.Ordinal)).Select(p => p["echo ".Length..])],
            Exec = command => new ExecResult(command[0] == "false" ? 1 : 0, command[0] == "echo" ? string.Join(' ', command.Skip(1)) + "\n" : "", "", TimedOut: false),
        };
    }
}
