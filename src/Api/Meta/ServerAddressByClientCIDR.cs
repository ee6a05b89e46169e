using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>Address under which a range of clients reaches the server.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.ServerAddressByClientCIDR")]
public sealed partial record ServerAddressByClientCIDR
{
    /// <summary>Range that the client's address lies in, such as <c>0.0.0.0/0</c>.</summary>
    [Field(1, Required = true)]
    public string ClientCIDR { get; init; } = "";

    /// <summary>Host name or IP address of the server, with or without a port.</summary>
    [Field(2, Required = true)]
    public string ServerAddress { get; init; } = "";
}
