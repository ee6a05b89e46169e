using System.Globalization;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine;

/// <summary>
/// Names in the engine. The engine keeps names unique and changes them atomically, so a name is what makes creation idempotent and a claim of a warm sandbox crash-safe:
/// <code>
/// ak_NODE_warm_SUFFIX                                 a sandbox of the pool
/// ak_NODE_pod_NAMESPACE_NAME_UID_ATTEMPT              a pod's sandbox; a claim is the rename from the line above
/// ak_NODE_run_CONTAINER_NAMESPACE_NAME_UID_ATTEMPT    a container
/// ak_NODE_pods                                        the network that sandboxes are on
/// </code>
/// Kubernetes names have no underscore, and node ids must have none.
/// </summary>
internal sealed class EngineNames(string node)
{
    private readonly string _prefix = $"ak_{node}_";

    public string PodNetwork => $"{_prefix}pods";

    public string Warm(string suffix) => $"{_prefix}warm_{suffix}";

    public string Sandbox(PodIdentity pod, int attempt) => string.Create(CultureInfo.InvariantCulture, $"{_prefix}pod_{pod.Namespace}_{pod.Name}_{pod.Uid}_{attempt}");

    public string Container(PodIdentity pod, string container, int attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"{_prefix}run_{container}_{pod.Namespace}_{pod.Name}_{pod.Uid}_{attempt}");

    /// <summary>Whose sandbox has that name; null for one of the pool.</summary>
    public (PodIdentity Pod, int Attempt)? ParseSandbox(string name)
    {
        if (!name.StartsWith(_prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = name[_prefix.Length..].Split('_');
        return parts is ["pod", var ns, var pod, var uid, var attempt] && int.TryParse(attempt, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (new PodIdentity(ns, pod, uid), number)
            : null;
    }
}
