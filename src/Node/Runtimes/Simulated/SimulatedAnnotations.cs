using System.Globalization;

namespace ActorKube.NodeAgent.Runtimes.Simulated;

/// <summary>
/// Annotations by which a pod says what its containers do on the simulated runtime; a real one has no use for them. Containers see them as labels. Without any of them a
/// container runs until it is stopped.
/// </summary>
public static class SimulatedAnnotations
{
    /// <summary>What all of them begin with.</summary>
    public const string Prefix = "simulated.actorkube.io/";

    /// <summary>After so many seconds containers end by themselves, such as <c>1.5</c>.</summary>
    public const string RunSeconds = Prefix + "run-seconds";

    /// <summary>The exit code with which they do so; 0 if it isn't given.</summary>
    public const string ExitCode = Prefix + "exit-code";

    /// <exception cref="RuntimeException">A value is no number, or out of range.</exception>
    public static SimulatedWorkload Workload(ContainerConfig config) => new()
    {
        RunsFor = config.Labels.TryGetValue(RunSeconds, out var seconds) ? TimeSpan.FromSeconds(Number(RunSeconds, seconds, int.MaxValue / 1000)) : null,
        ExitCode = config.Labels.TryGetValue(ExitCode, out var code) ? (int)Number(ExitCode, code, byte.MaxValue) : 0,
    };

    private static double Number(string name, string text, double most) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : throw new RuntimeException(RuntimeError.Failed, $"annotation {name}: \"{text}\" is no number from 0 to {most.ToString(CultureInfo.InvariantCulture)}");
}
