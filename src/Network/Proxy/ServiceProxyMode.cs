namespace ActorKube.Network.Proxy;

/// <summary>How a node carries the connections of services.</summary>
public enum ServiceProxyMode
{
    /// <summary>In the kernel if that can be had, else in user space.</summary>
    Auto,

    /// <summary>In the kernel, or not at all.</summary>
    Nftables,

    /// <summary>By relays in this process.</summary>
    Userspace,
}
