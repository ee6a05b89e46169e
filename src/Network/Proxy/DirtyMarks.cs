using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Proxy;

/// <summary>What has to be looked at again.</summary>
internal sealed class DirtyMarks
{
    public HashSet<ServiceName> Services { get; } = [];

    /// <summary>The node itself may have changed.</summary>
    public bool Everything { get; set; }

    /// <summary>See whether all is still as it was made.</summary>
    public bool Check { get; set; }

    /// <summary>Timestamp of the first change among them.</summary>
    public long Since { get; set; }

    public bool IsChange => Everything || Services.Count > 0;
}
