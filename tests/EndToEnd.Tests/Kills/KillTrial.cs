using System.Text.Json.Nodes;

namespace ActorKube.EndToEnd.Tests.Kills;

/// <summary>Something that goes on while the host is killed again and again, and how it has to end.</summary>
internal abstract class KillTrial
{
    public abstract Task BeginAsync(KubeApi api);

    /// <summary>Gives it more to do before the next kill.</summary>
    public virtual Task ContinueAsync(KubeApi api, int round) => Task.CompletedTask;

    /// <summary>What is still not as it has to be in the end; null when all is.</summary>
    public abstract Task<string?> DifferenceAsync(KubeApi api);

    /// <summary>A pod template whose containers do what the annotations say.</summary>
    protected static string Template(string app, int version, string policy = "Always", string annotations = "") => $$$$"""
        {"metadata":{"labels":{"app":"{{{{app}}}}"},"annotations":{{{{{annotations}}}}}},
         "spec":{"restartPolicy":"{{{{policy}}}}","terminationGracePeriodSeconds":0,"containers":[{"name":"main","image":"example/app:{{{{version}}}}"}]}}
        """;

    /// <summary>The annotation for the simulated runtime by which containers end by themselves, with success.</summary>
    protected static string EndsAfter(string seconds) => $"\"simulated.actorkube.io/run-seconds\":\"{seconds}\"";

    protected static string Name(JsonNode value) => (string)value["metadata"]!["name"]!;

    protected static string? Phase(JsonNode pod) => (string?)pod["status"]!["phase"];

    protected static string Image(JsonNode pod) => (string)pod["spec"]!["containers"]![0]!["image"]!;

    /// <summary>Null if both are the same.</summary>
    protected static string? Compare<T>(string what, T wanted, T found) => EqualityComparer<T>.Default.Equals(wanted, found) ? null : $"{what}: {found} instead of {wanted}";

    /// <summary>The same with a list, in any order.</summary>
    protected static string? Compare(string what, IEnumerable<string> wanted, IEnumerable<string> found) =>
        Compare(what, string.Join(' ', wanted.Order(StringComparer.Ordinal)), string.Join(' ', found.Order(StringComparer.Ordinal)));
}
