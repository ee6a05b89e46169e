using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Proxy;

/// <summary>What has to be looked at again.</summary>
/// <param name="Everything">The node itself may have changed.</param>
/// <param name="Check">See whether all is still as it was made.</param>
/// <param name="Since">Timestamp of the first change among them.</param>
internal sealed record DirtyMarks(IReadOnlySet<ServiceName> Services, bool Everything, bool Check, long Since)
{
    public bool IsChange => Everything || Services.Count > 0;
}
