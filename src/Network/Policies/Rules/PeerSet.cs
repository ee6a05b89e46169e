namespace ActorKube.Network.Policies.Rules;

/// <summary>What a rule has to know of peers: their addresses or, with a port, the addresses of those that have it, each with its number for it.</summary>
internal readonly record struct PeerSet(PeerSelector Peers, NamedPort? Port)
{
    public string SetName => Port is { } port ? $"{Base}-{port}" : Base;

    private string Base => Peers.Equals(PeerSelector.Everybody) ? "pods-all" : $"pods-{PolicyNames.Digest(Peers.ToString())}";
}
