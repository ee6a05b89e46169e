namespace ActorKube.Server.Forwarding;

/// <summary>Where the agents of nodes are.</summary>
public interface INodeRoutes
{
    /// <summary>Host and port of the other host whose agent a node has; null when it is this host's own, or nobody's.</summary>
    string? OtherHostOf(string node);
}
