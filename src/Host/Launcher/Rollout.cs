using System.Text.Json.Nodes;

namespace ActorKube.Host.Launcher;

/// <summary>Whether what a manifest asks for has come about. Pure.</summary>
internal static class Rollout
{
    /// <summary>Null when it has, else what is still to come, in a few words.</summary>
    public static string? Pending(string kind, JsonNode live) => kind switch
    {
        "Deployment" => Deployment(live),
        "Pod" => Pod(live),
        _ => null,
    };

    private static string? Deployment(JsonNode live)
    {
        var wanted = live["spec"]?["replicas"]?.GetValue<int>() ?? 1;
        var status = live["status"];
        var (updated, available) = (Number(status, "updatedReplicas"), Number(status, "availableReplicas"));
        var isObserved = (status?["observedGeneration"]?.GetValue<long>() ?? 0) >= (live["metadata"]?["generation"]?.GetValue<long>() ?? 0);
        return isObserved && updated >= wanted && available >= wanted && Number(status, "replicas") == wanted ? null : $"{available} of {wanted} replicas available";
    }

    private static string? Pod(JsonNode live)
    {
        var phase = live["status"]?["phase"]?.ToString() ?? "Pending";
        var isReady = (live["status"]?["conditions"] as JsonArray)?.Any(c => c?["type"]?.ToString() == "Ready" && c["status"]?.ToString() == "True") == true;
        return isReady || phase == "Succeeded" ? null : phase;
    }

    private static int Number(JsonNode? status, string name) => status?[name]?.GetValue<int>() ?? 0;
}
