namespace ActorKube.Api.Core;

/// <summary>What a limit applies to.</summary>
public static class LimitRangeTypes
{
    public const string Pod = "Pod";
    public const string Container = "Container";
    public const string PersistentVolumeClaim = "PersistentVolumeClaim";
}
