namespace ActorKube.Network.Proxy.Tables;

/// <summary>An endpoint of one port of a service, as slices tell.</summary>
internal sealed record ServiceEndpoint(Backend Backend, bool IsReady, bool IsServing, bool IsTerminating, bool IsLocal, bool MayBeHere, IReadOnlyList<string> Zones)
{
    /// <summary>To be used when nothing is ready: it still answers while it ends.</summary>
    public bool IsLastResort => IsServing && IsTerminating;
}
