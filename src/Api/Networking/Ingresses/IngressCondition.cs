namespace ActorKube.Api.Networking;

/// <summary>A condition of nodes: whether their host's ports for Ingresses are open. A node without it serves none.</summary>
public static class IngressCondition
{
    public const string Type = "actorkube.io/IngressReady";
}
