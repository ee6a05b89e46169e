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

    /// <summary>Of a simulated node: <c>off</c> takes its power away, until the annotation is gone or says something else.</summary>
    public const string Power = Prefix + "power";

    /// <summary>Those of a pod's annotations that are meant for the simulated runtime.</summary>
    public static Dictionary<string, string> Of(IReadOnlyDictionary<string, string>? annotations) =>
        (annotations ?? new Dictionary<string, string>()).Where(static a => a.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);

    /// <exception cref="RuntimeException">A value is no number, or out of range.</exception>
    public static SimulatedWorkload Workload(ContainerConfig config)
    {
        var (seconds, code) = (config.Labels.GetValueOrDefault(RunSeconds), config.Labels.GetValueOrDefault(ExitCode));
        return seconds is null && code is null ? SimulatedWorkload.Default : new SimulatedWorkload
        {
            RunsFor = seconds is null ? null : TimeSpan.FromSeconds(Number(RunSeconds, seconds, int.MaxValue / 1000)),
            ExitCode = code is null ? 0 : (int)Number(ExitCode, code, byte.MaxValue),
        };
    }

    private static double Number(string name, string text, double most) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : throw new RuntimeException(RuntimeError.Failed, $"annotation {name}: \"{text}\" is no number from 0 to {most.ToString(CultureInfo.InvariantCulture)}");
}
