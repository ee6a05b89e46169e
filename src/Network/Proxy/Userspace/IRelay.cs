using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Proxy.Userspace;

/// <summary>Carries what comes to one frontend to its backends.</summary>
internal interface IRelay : IAsyncDisposable
{
    /// <summary>New connections go by this; those that are open go on.</summary>
    void Use(Route route);
}
