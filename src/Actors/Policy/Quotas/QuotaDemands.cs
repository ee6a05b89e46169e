using ActorKube.Api.Core;
using ActorKube.Api.Quantities;

namespace ActorKube.Actors.Policy.Quotas;

/// <summary>A quota for CPU or memory demands that every container says what it asks for, or nothing could be added up.</summary>
internal static class QuotaDemands
{
    /// <summary>"limits.cpu for: c; requests.memory for: c,d"; null when all is said.</summary>
    public static string? Missing(Pod pod, IEnumerable<string> resources)
    {
        var missing = from resource in resources.Order(StringComparer.Ordinal)
                      let part = Part(resource)
                      where part is not null
                      let silent = PodContainers.All(pod.Spec).Where(c => part(c)?.ContainsKey(Plain(resource)) != true).Select(static c => c.Name).Order(StringComparer.Ordinal).ToList()
                      where silent.Count > 0
                      select $"{resource} for: {string.Join(",", silent)}";
        return string.Join("; ", missing) is { Length: > 0 } text ? text : null;
    }

    private static Func<Container, IReadOnlyDictionary<string, Quantity>?>? Part(string resource) => resource switch
    {
        "cpu" or "memory" or "requests.cpu" or "requests.memory" => static c => c.Resources.Requests,
        "limits.cpu" or "limits.memory" => static c => c.Resources.Limits,
        _ => null,
    };

    private static string Plain(string resource) => resource[(resource.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
