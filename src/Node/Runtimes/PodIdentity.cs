namespace ActorKube.NodeAgent.Runtimes;

/// <summary>Which pod a sandbox or container belongs to. A name can be reused, the <paramref name="Uid"/> never.</summary>
public sealed record PodIdentity(string Namespace, string Name, string Uid)
{
    public override string ToString() => $"{Namespace}/{Name}({Uid})";
}
