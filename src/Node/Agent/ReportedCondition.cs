namespace ActorKube.NodeAgent;

/// <summary>A condition of the Node that another part of its host knows of. It is gone when that part no longer tells it.</summary>
/// <param name="Type">With the prefix <see cref="Prefix"/>.</param>
public sealed record ReportedCondition(string Type, bool Holds, string Reason, string Message)
{
    /// <summary>Of all conditions that only this cluster's nodes have.</summary>
    public const string Prefix = "actorkube.io/";
}
