using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

/// <summary>Service that a conversion hook is reached through.</summary>
[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ServiceReference")]
public sealed partial record ServiceReference
{
    /// <summary>Namespace of the Service; required.</summary>
    [Field(1, Required = true)]
    public string Namespace { get; init; } = "";

    /// <summary>Name of the Service that leads to the hook; required.</summary>
    [Field(2, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Path of the URL to call at the Service, such as <c>/convert</c>.</summary>
    [Field(3, KeepEmpty = true)]
    public string? Path { get; init; }

    /// <summary>Port of the Service, 1 to 65535; default 443.</summary>
    [Field(4)]
    public int? Port { get; init; }
}
