using ActorKube.Api.Schema;

namespace ActorKube.Api.ApiRegistration;

/// <summary>Service through which the server reaches an extension server.</summary>
[ApiType("io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.ServiceReference")]
public sealed partial record ServiceReference
{
    /// <summary>Namespace of the Service that leads to the extension server.</summary>
    [Field(1)]
    public string? Namespace { get; init; }

    /// <summary>Name of the Service that leads to the extension server.</summary>
    [Field(2)]
    public string? Name { get; init; }

    /// <summary>Port of the Service, 1 to 65535; default 443.</summary>
    [Field(3)]
    public int? Port { get; init; }
}
