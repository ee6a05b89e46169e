using ActorKube.Api.Core;

namespace ActorKube.Actors.Nodes;

/// <summary>Conditions of nodes.</summary>
internal static class NodeConditions
{
    public const string Ready = "Ready";
    public const string MemoryPressure = "MemoryPressure";
    public const string DiskPressure = "DiskPressure";
    public const string PidPressure = "PIDPressure";
    public const string NetworkUnavailable = "NetworkUnavailable";

    public static NodeCondition? Find(Node node, string type) => node.Status.Conditions?.FirstOrDefault(c => c.Type == type);

    public static bool IsReady(Node node) => Find(node, Ready)?.Status == ConditionStatus.True;
}
