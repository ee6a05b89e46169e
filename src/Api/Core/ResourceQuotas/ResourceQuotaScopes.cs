namespace ActorKube.Api.Core;

/// <summary>Which pods a quota counts.</summary>
public static class ResourceQuotaScopes
{
    public const string Terminating = "Terminating";
    public const string NotTerminating = "NotTerminating";
    public const string BestEffort = "BestEffort";
    public const string NotBestEffort = "NotBestEffort";
    public const string PriorityClass = "PriorityClass";
    public const string CrossNamespacePodAffinity = "CrossNamespacePodAffinity";

    /// <summary>Pairs of scopes that no pod is in at once.</summary>
    internal static readonly IReadOnlyList<(string One, string Other)> Contradictions = [(BestEffort, NotBestEffort), (Terminating, NotTerminating)];

    internal static bool IsKnown(string scope) =>
        scope is Terminating or NotTerminating or BestEffort or NotBestEffort or PriorityClass or CrossNamespacePodAffinity;

    /// <summary>Scopes that are there or not, and have no values.</summary>
    internal static bool IsFlag(string scope) => scope is Terminating or NotTerminating or BestEffort or NotBestEffort or CrossNamespacePodAffinity;

    /// <summary>Pods of any scope can be counted; their amounts only where they have some.</summary>
    internal static bool Covers(string scope, string resource) => !IsKnown(scope) || resource == "pods"
        || (scope != BestEffort && resource is "cpu" or "memory" or "limits.cpu" or "limits.memory" or "requests.cpu" or "requests.memory");
}
